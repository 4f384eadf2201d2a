"""./learn book: the book in a browser, its editions, and its check."""

import os
import socket
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import List

from learn import build
from learn.main import install
from learn.register import command
from learn.terminal import is_terminal
from learn.trouble import Trouble, unknown

FOLDER = Path("build/book")
NAME = "async-by-hand"
NEEDS = {"--site": ["site"], "--page": ["page"], "--epub": ["page"], "--pdf": ["page", "pdf"],
         "--check": [], "--mend": []}


@command("book", "[--site|--page|--epub|--pdf|--check|--mend]",
         "read the book in a browser, make an edition of it, or check it", part="book",
         needs=("build",))
def book(words: List[str]) -> int:
    """The site, unless another edition or the check is asked for."""
    choice = words[0] if words else "--site"
    if choice not in NEEDS:
        raise unknown("option of ./learn book", choice, NEEDS)
    if words[1:]:
        raise unknown("option of ./learn book", words[1], NEEDS)
    if NEEDS[choice] and not install(*NEEDS[choice]):
        raise Trouble(f"./learn book {choice} cannot go on without.")
    if choice in ("--check", "--mend"):
        build.build()
        return build.call(["python3", "book/check", *(["--mend"] if choice == "--mend" else [])])
    if choice in ("--site", "--page"):
        build.build("traces")  # for the players
    target = FOLDER / "site" if choice == "--site" else FOLDER / f"{NAME}{suffix(choice)}"
    if build.call(["python3", "book/editions", choice[2:], str(target)]) != 0:
        raise Trouble("The edition could not be made; the reason stands above.")
    if choice == "--site":
        return serve(target)
    print(target)
    if choice != "--epub":
        show((build.ROOT / target).as_uri())
    return 0


def suffix(choice: str) -> str:
    """How the file of an edition ends."""
    return {"--page": ".html", "--epub": ".epub", "--pdf": ".pdf"}[choice]


def show(address: str) -> None:
    """Opens the address in a browser, if somebody sits here who has one."""
    here = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if is_terminal() and (here or sys.platform == "darwin"):
        webbrowser.open(address)


def free_port(first: int = 8000) -> int:
    """The first port from there on that nobody listens on."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise Trouble(f"No port from {first} to {first + 99} is free.")


def serve(folder: Path) -> int:
    """Serves the site until Ctrl-C."""
    port = free_port()
    words = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(folder),
             str(port)]
    build.show(["python3", *words[1:]])
    server = subprocess.Popen(words, cwd=build.ROOT, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    print(f"The book is at http://127.0.0.1:{port}/ until you press Ctrl-C.", flush=True)
    show(f"http://127.0.0.1:{port}/")
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.wait()
        return 0
