"""A client that sends, and reads late or never."""

from case import case
from connection import FLOOD, Flood
from crowd import crowd
from server import Server, expect


@case
def late_reader() -> None:
    """A client that reads late holds up nobody, fills no memory, and loses nothing."""
    with Server() as server:
        crowd(server)
        before = server.memory()
        flood = Flood(server)
        crowd(server, 100)
        grown = server.memory() - before
        sent = flood.sent
        heard = flood.read()
        print(f"{sent} B in flight beside 100 clients, memory +{grown} KiB; {heard} B came back")
        expect(sent < len(FLOOD), "the client that does not read was not held up")
        expect(grown <= 1024, f"memory has grown by {grown} KiB")
        expect(heard == len(FLOOD), f"{heard} of {len(FLOOD)} B have come back")
