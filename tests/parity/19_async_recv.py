"""AsyncRecv on a pair of sockets waits only if there is nothing to receive."""

import socket

from demo import sleepy
from events import AsyncRecv, asleep, elapsed
from loop import run


async def receive(connection):
    for amount in (5, 12):
        data = await AsyncRecv(connection, amount)
        print(f"received {data.decode()} at {elapsed():.2f}")


async def send(connection):
    for word in ("good", "bye, world"):
        await asleep(0.14)
        print(f"sends {word} at {elapsed():.2f}")
        connection.send(word.encode())


ours, theirs = socket.socketpair()
with ours, theirs:
    ours.setblocking(False)
    theirs.send(b"hello")
    run(receive(ours), send(theirs), sleepy("background", 4))
