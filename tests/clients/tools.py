"""The server's clients are programs that others wrote: nc and curl."""

import random
import subprocess
import threading
from typing import List

from case import Skip, case, need
from server import Server, expect

MEGABYTE = 1024 * 1024


def converse(server: Server, words: List[str], parts: List[bytes]) -> None:
    """Gives a client one part after the other to send; it must print each before the next.

    Then the server stops, with the client still there, and the client ends.
    """
    client = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    watchdog = threading.Timer(20, client.kill)
    watchdog.start()
    assert client.stdin and client.stdout
    for part in parts:
        writing = threading.Thread(target=lambda: (client.stdin.write(part), client.stdin.flush()))
        writing.start()
        echo = client.stdout.read(len(part))
        writing.join()
        expect(echo == part, f"{words[0]} printed {len(echo)} of {len(part)} B: {echo[:80]!r}")
    server.stop()
    client.stdin.close()
    rest = client.stdout.read()
    watchdog.cancel()
    expect(not rest and client.wait() == 0, f"{words[0]} ended with {client.returncode}: {rest!r}")


@case
def netcat() -> None:
    """nc prints what it has sent, a word or a megabyte."""
    need("nc")
    with Server() as server:
        host, port = server.address
        megabyte = random.Random(1).randbytes(MEGABYTE)
        converse(server, ["nc", host, str(port)], [b"hello\n", b"what now?\n", megabyte])


@case
def curl() -> None:
    """curl's telnet:// prints what it has sent."""
    need("curl")
    about = subprocess.run(["curl", "--version"], stdout=subprocess.PIPE, encoding="utf-8")
    if "telnet" not in about.stdout.split():
        raise Skip("this curl has no telnet://")
    with Server() as server:
        host, port = server.address
        words = ["curl", "--silent", "--show-error", "--no-buffer", f"telnet://{host}:{port}"]
        converse(server, words, [b"hello\n", b"what now?\n"])
