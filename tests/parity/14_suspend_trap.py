"""SUSPEND: what stands before the await in the same part runs again each time."""

import socket

from suspend import SUSPEND, read


class Reader:
    def __init__(self, sock):
        self.parts = (lambda: self.ask_and_read(sock),)
        self.pos = 0

    def __call__(self):
        if self.parts[self.pos]() is SUSPEND:
            return SUSPEND
        self.pos += 1
        return None

    def ask_and_read(self, sock):
        print("asking")
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
