"""AsyncRecv gives at least what was asked for: what came along goes to this caller."""

import socket

from events import AsyncRecv
from loop import run


async def receive(connection):
    for amount, read_buffer in ((4, 8), (8, 8), (3, 2)):
        data = await AsyncRecv(connection, amount, read_buffer)
        print(f"asked for {amount} B, {read_buffer} at a time, got {data.decode()}")


ours, theirs = socket.socketpair()
with ours, theirs:
    ours.setblocking(False)
    theirs.send(b"abcdefghijklmnopqrst")
    run(receive(ours))
