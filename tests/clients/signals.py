"""The server is asked to stop, in the middle of whatever its clients do."""

import contextlib
import signal
import threading
import time

from case import case
from connection import BLOCK, Flood, connect, hear, refused
from server import IDLE, Server, expect, wait_until


def stop_beside_idle(number: signal.Signals) -> None:
    """Stops a server whose one client has nothing to say."""
    with Server() as server, connect(server) as client:
        client.sendall(b"hello")
        expect(hear(client, 5) == b"hello", "no echo")
        server.signal(number)
        expect(hear(client) == b"", "the idle client heard something")
        server.ends_with(0)


@case
def interrupt() -> None:
    """SIGINT stops the server with exit code 0, and an idle client does not hold it up."""
    stop_beside_idle(signal.SIGINT)


@case
def terminate() -> None:
    """SIGTERM stops the server with exit code 0, and an idle client does not hold it up."""
    stop_beside_idle(signal.SIGTERM)


@case
def in_flight() -> None:
    """What 20 clients have sent when the signal comes is sent back to the last byte."""
    data = BLOCK[: 256 * 1024]
    with Server() as server:
        clients = [connect(server) for _ in range(20)]
        for client in clients:
            client.sendall(data)
        wait_until(lambda: server.descriptors() == IDLE + 20, "all are accepted")
        server.signal(signal.SIGTERM)
        heard = [hear(client) for client in clients]
        server.ends_with(0)
        whole = [each == data for each in heard]
        expect(all(whole), f"not all to all: {[len(each) for each in heard]}")


@case
def together() -> None:
    """A client that comes together with the signal does not keep the server."""
    for _ in range(20):
        with Server() as server, connect(server) as client:
            client.sendall(b"hello")
            server.signal(signal.SIGTERM)
            server.ends_with(0)
            expect(hear(client) in (b"", b"hello"), "not even a hello")


@case
def late() -> None:
    """After the signal nobody new is accepted, but who has yet to read is waited for."""
    with Server() as server:
        flood = Flood(server)
        server.signal(signal.SIGTERM)
        wait_until(lambda: refused(server), "connecting is refused")
        heard = flood.read()
        server.ends_with(0)
        print(f"{heard} of {flood.sent} B came back")
        expect(heard > 0, "nothing came back")


@case
def again() -> None:
    """A second signal ends the server at once, however much is in flight."""
    with Server() as server:
        flood = Flood(server)
        server.signal(signal.SIGTERM)
        wait_until(lambda: refused(server), "connecting is refused")
        server.signal(signal.SIGTERM)
        server.ends_with(-signal.SIGTERM)
        flood.read()


@case
def endless() -> None:
    """A client that never stops sending keeps the server for a second, not for ever."""
    with Server() as server, connect(server) as client:

        def send() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client.sendall(BLOCK)

        sending = threading.Thread(target=send)
        sending.start()
        expect(len(hear(client, len(BLOCK))) == len(BLOCK), "no echo")
        server.signal(signal.SIGTERM)
        start = time.monotonic()
        while hear(client, len(BLOCK)):
            pass
        server.ends_with(0)
        sending.join()
        print(f"the server ended {time.monotonic() - start:.2f} s after the signal")
