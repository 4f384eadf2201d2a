"""The end of a stream ends AsyncRecv with what has come, and a reset is an error."""

import socket

from demo import sleepy
from events import AsyncRecv, asleep, elapsed
from loop import run
from show import show


async def receive(connection, *amounts):
    for amount in amounts:
        data = await AsyncRecv(connection, amount)
        print(f"wanted {amount} B, got {len(data)} B at {elapsed():.2f}")


async def hang_up(connection):
    await asleep(0.12)
    connection.send(b"world")
    connection.close()


def pair():
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    return ours, theirs


ours, theirs = pair()
with ours, theirs:
    theirs.send(b"hello")
    run(receive(ours, 3, 100, 100), hang_up(theirs), sleepy("background", 2))

ours, theirs = pair()
with ours, theirs:
    ours.send(b"unread")
    theirs.close()
    show(run, receive(ours, 100))
