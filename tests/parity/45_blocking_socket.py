"""AsyncRecv refuses a socket that blocks, before it has touched it."""

import socket

from events import AsyncRecv
from loop import run
from show import show


async def receive(connection):
    data = await AsyncRecv(connection, 5)
    print("received", data.decode())


ours, theirs = socket.socketpair()
with ours, theirs:
    theirs.send(b"hello")
    ours.setblocking(True)
    show(run, receive(ours))
    ours.setblocking(False)
    show(run, receive(ours))
