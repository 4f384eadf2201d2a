"""Many clients at once, in one asyncio loop: some stay, some close early, some reset."""

import asyncio
import random
import socket
import struct
from typing import List, Tuple

from server import Server, expect, wait_until

SIZE = 64 * 1024
KINDS = ("stays", "closes", "stays", "resets")
Connection = Tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Client:
    """A client that sends its own bytes in pieces of odd sizes."""

    def __init__(self, number: int, connection: Connection) -> None:
        self.kind = KINDS[number % len(KINDS)]
        self.chance = random.Random(number)
        self.data = self.chance.randbytes(SIZE)
        self.reader, self.writer = connection

    async def send(self, amount: int) -> None:
        """Sends the first bytes."""
        data = self.data[:amount]
        while data:
            piece = self.chance.randrange(1, 5000, 2)
            self.writer.write(data[:piece])
            await self.writer.drain()
            data = data[piece:]

    async def stay(self) -> bool:
        """Sends all, and hears until the server closes; true if it heard just that."""

        async def send_all() -> None:
            await self.send(SIZE)
            self.writer.write_eof()

        _, echo = await asyncio.gather(send_all(), self.reader.read(-1))
        self.writer.close()
        return echo == self.data

    async def leave(self) -> bool:
        """Sends a part and goes, with or without good manners; true: it asks for nothing."""
        await self.send(self.chance.randrange(SIZE))
        if self.kind == "resets":
            connection = self.writer.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.writer.transport.abort()
        self.writer.close()
        return True

    async def talk(self) -> bool:
        """Does what a client of its kind does."""
        return await (self.stay() if self.kind == "stays" else self.leave())


async def talk(server: Server, count: int) -> List[bool]:
    """Connects all clients, and lets them talk once the server has accepted them all."""
    before = server.descriptors()
    connecting = [asyncio.open_connection(*server.address) for _ in range(count)]
    connections = await asyncio.gather(*connecting)
    wait_until(lambda: server.descriptors() == before + count, "all are accepted")
    clients = [Client(number, each) for number, each in enumerate(connections)]
    return await asyncio.gather(*[client.talk() for client in clients])


def crowd(server: Server, count: int = 200) -> None:
    """A crowd comes, talks and goes; who stays must hear all, and nothing stays behind."""
    before = server.descriptors()
    heard = asyncio.run(talk(server, count))
    expect(all(heard), f"{heard.count(False)} clients did not hear what they had sent")
    wait_until(lambda: server.descriptors() == before, "all descriptors are closed")
