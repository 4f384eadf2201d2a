"""The server comes to its limits: descriptors, ports, and words that it does not know."""

import resource
import socket
import subprocess
from pathlib import Path
from typing import List, Tuple

from case import Skip, case
from connection import connect, hear
from server import IDLE, Server, command, expect, wait_until

FD_SETSIZE = 1024  # what select() has bits for


def served(client: socket.socket) -> None:
    """Hears a client's one word back, and lets it go."""
    expect(hear(client, 1) == b"x", "no echo")
    client.close()


def arrive(server: Server, count: int) -> List[socket.socket]:
    """Clients that have connected, and said one word."""
    clients = [connect(server) for _ in range(count)]
    for client in clients:
        client.sendall(b"x")
    return clients


@case
def few_descriptors() -> None:
    """Under ulimit -n 16 the server lives on, and serves in turn those who must wait."""
    if b"__ubsan" in Path(command()[0]).read_bytes():
        raise Skip("UndefinedBehaviorSanitizer looks at memory through descriptors of its own")
    with Server(limit=16) as server:
        clients = arrive(server, 30)
        wait_until(lambda: server.descriptors() == 16, "no descriptor is free")
        for client in clients:
            served(client)
        wait_until(lambda: server.descriptors() == IDLE, "all descriptors are closed")
        served(*arrive(server, 1))


@case
def beyond_select() -> None:
    """A client whose descriptor select() has no bit for is turned away, and nobody else."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard < 2 * FD_SETSIZE:
        raise Skip(f"ulimit -n is {hard} at most")
    resource.setrlimit(resource.RLIMIT_NOFILE, (2 * FD_SETSIZE, hard))
    with Server(limit=2 * FD_SETSIZE) as server:
        clients = arrive(server, FD_SETSIZE)
        room = FD_SETSIZE - IDLE
        away = [hear(client) for client in clients[room:]]
        expect(away == [b""] * IDLE, "who was beyond select() was not turned away")
        for client in clients[:room]:
            served(client)
        wait_until(lambda: server.descriptors() == IDLE, "all descriptors are closed")
        served(*arrive(server, 1))


def complaint(words: List[str]) -> Tuple[int, str]:
    """How a program ends that cannot do what it is asked, and what it says."""
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=20
    )
    expect(not done.stdout, f"it said {done.stdout}")
    return done.returncode, done.stderr


@case
def busy_port() -> None:
    """A port that is taken is one clear line and exit code 1."""
    with Server() as server:
        said = complaint(command(server.address[1]))
        expect(said == (1, "bind: Address already in use\n"), f"it said {said}")


@case
def unknown_words() -> None:
    """A word that is not known, or not a port, is a line about the usage and exit code 2."""
    program = command()[0]
    usage = f"usage: {program} [--serve PORT]\n"
    for text in ("--server 0", "--serve", "--serve x", "--serve 1x", "--serve -1", "--serve 65536"):
        said = complaint([program, *text.split()])
        expect(said == (2, usage), f"{text}: it said {said}")
