"""To send to a peer that has gone is an error, and does not end the program."""

import socket

from loop import run
from operations import recv, send_all
from show import show


async def send(connection):
    await send_all(connection, b"x" * 10)
    print("sent")


async def read_slowly(connection, amount):
    data = await recv(connection, amount)
    print("received", len(data), "B, and hangs up")
    connection.close()


async def send_much(connection):
    await send_all(connection, b"x" * 10_000_000)


def pair():
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    return ours, theirs


ours, theirs = pair()
with ours, theirs:
    theirs.close()
    show(run, send(ours))

ours, theirs = pair()
with ours, theirs:
    show(run, send_much(ours), read_slowly(theirs, 4096))
print("still here")
