"""SUSPEND: with a position for every await, nothing before it runs twice."""

import socket

from suspend import SUSPEND, read


class Reader:
    def __init__(self, sock):
        self.parts = (self.ask, lambda: self.read(sock))
        self.pos = 0

    def __call__(self):
        while self.pos < len(self.parts):
            if self.parts[self.pos]() is SUSPEND:
                return SUSPEND
            self.pos += 1
        return None

    def ask(self):
        print("asking")

    def read(self, sock):
        data = read(sock, 1024)
        if data is SUSPEND:
            return SUSPEND
        print("got", data.decode())
        return None


ours, theirs = socket.socketpair()
with ours, theirs:
    ours.setblocking(False)
    reading = Reader(ours)
    for data in (b"", b"", b"hello"):
        theirs.send(data)
        print("SUSPEND" if reading() is SUSPEND else "done")
