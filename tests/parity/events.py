"""What a coroutine can wait for: the events of chapters 04 to 08."""

import os
import time

START = time.monotonic()


def elapsed():
    """Return the seconds since the program began."""
    return time.monotonic() - START


class AsyncSleep:
    """The event of reaching a point in time."""

    def __init__(self, until):
        self.until = until

    def __await__(self):
        yield self

    def __repr__(self):
        return f"AsyncSleep(until={self.until:.1f})"


class AsyncRead:
    """The event of a file becoming readable; to await it is to read `amount` bytes."""

    def __init__(self, file, amount=1):
        self.file = file
        self.amount = amount
        self._buffer = b""

    def __await__(self):
        while len(self._buffer) < self.amount:
            yield self
            try:
                data = os.read(self.file, min(1024, self.amount - len(self._buffer)))
            except BlockingIOError:
                continue
            if not data:
                break
            self._buffer += data
        data, self._buffer = self._buffer, b""
        return data

    def __repr__(self):
        progress = len(self._buffer)
        return f"AsyncRead(file={self.file}, amount={self.amount}, progress={progress})"


class AsyncRecv:
    """The event of a connection having something; to await it is to receive it."""

    def __init__(self, connection, amount=1, read_buffer=1024):
        if connection.getblocking():
            raise ValueError("the connection must be non-blocking")
        self.connection = connection
        self.amount = amount
        self.read_buffer = read_buffer
        self._buffer = b""

    def __await__(self):
        while len(self._buffer) < self.amount:
            try:
                data = self.connection.recv(self.read_buffer)
            except BlockingIOError:
                yield self
                continue
            if not data:
                break
            self._buffer += data
        data, self._buffer = self._buffer, b""
        return data


class AsyncIO:
    """The event of an operation becoming possible; to await it is to do it."""

    def __init__(self, connection, operation, *, reads):
        self.connection = connection
        self.operation = operation
        self.reads = reads

    def __await__(self):
        if self.reads:
            yield self
        while True:
            try:
                return self.operation()
            except BlockingIOError:
                yield self


class Spawn:
    """The event of handing the loop one more coroutine to run."""

    def __init__(self, coroutine):
        self.coroutine = coroutine

    def __await__(self):
        yield self


async def asleep(duration):
    """Wait until `duration` seconds have passed: half of them, then the other half."""
    await AsyncSleep(time.monotonic() + duration / 2)
    await AsyncSleep(time.monotonic() + duration / 2)
