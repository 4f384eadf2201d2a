"""Receiving, sending, accepting and connecting: chapter 08's operations on AsyncIO."""

import socket

from events import AsyncIO


async def recv(connection, amount=1, read_buffer=1024):
    """Receive at least `amount` bytes, or what comes before the end of the stream."""
    received = AsyncIO(connection, lambda: connection.recv(read_buffer), reads=True)
    buffer = b""
    while len(buffer) < amount:
        data = await received
        if not data:
            break
        buffer += data
    return buffer


async def send_all(connection, data):
    """Send all of the data, in as many pieces as it takes."""
    while data:
        count = await AsyncIO(connection, lambda: connection.send(data), reads=False)
        data = data[count:]


async def accept(listener):
    """Wait for a client; return its connection, which does not block."""
    connection, _ = await AsyncIO(listener, listener.accept, reads=True)
    connection.setblocking(False)
    return connection


async def connect(host, port):
    """Connect to the first of a host's addresses that answers, without blocking."""
    failure = OSError(f"{host} has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM
    ):
        connection = socket.socket(family, kind, protocol)
        connection.setblocking(False)
        try:
            await AsyncIO(connection, lambda: connection.connect(address), reads=False)
        except BaseException as error:
            connection.close()
            if not isinstance(error, OSError):
                raise
            failure = error
        else:
            return connection
    raise failure
