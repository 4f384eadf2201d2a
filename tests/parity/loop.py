"""The loops of chapters 05 to 08: drive the coroutines, look at what they wait for."""

import collections
import heapq
import itertools
import select
import time

from events import AsyncIO, AsyncRead, AsyncRecv, AsyncSleep, Spawn

ENDED = object()


def step(coroutine):
    """Resume a coroutine; return the event that it waits for next, or ENDED."""
    try:
        return coroutine.send(None)
    except StopIteration:
        return ENDED


def unknown(event):
    """Return the error for an event that a loop has no answer to."""
    return RuntimeError(f"the loop does not know the event {event!r}")


def naive_run(*coroutines):
    """Run all coroutines to their end; they may wait for nothing but AsyncSleep."""
    sleepers = [(0.0, coroutine) for coroutine in coroutines]
    try:
        while sleepers:
            until, coroutine = sleepers[0]
            time.sleep(max(0.0, until - time.monotonic()))
            event = step(coroutine)
            if isinstance(event, AsyncSleep):
                sleepers.append((event.until, coroutine))
            elif event is not ENDED:
                raise unknown(event)
            del sleepers[0]
            sleepers.sort(key=lambda sleeper: sleeper[0])
    finally:
        for _, coroutine in sleepers:
            coroutine.close()


class Sleepers:
    """The coroutines that wait for a point in time, first come first on equal ones."""

    def __init__(self):
        self._heap = []
        self._order = itertools.count()

    def __bool__(self):
        return bool(self._heap)

    def until(self):
        """Return the first deadline."""
        return self._heap[0][0]

    def push(self, until, coroutine):
        """Let a coroutine wait until then."""
        heapq.heappush(self._heap, (until, next(self._order), coroutine))

    def pop(self):
        """Take out the coroutine with the first deadline."""
        return heapq.heappop(self._heap)[2]


class Waiters(dict):
    """The coroutines that wait for a descriptor, one a descriptor."""

    def add(self, descriptor, coroutine):
        """Let a coroutine wait for a descriptor that nobody else waits for."""
        if descriptor in self:
            raise RuntimeError(f"two coroutines wait for descriptor {descriptor}")
        self[descriptor] = coroutine


def wait(sleepers, readers, writers):
    """Let the kernel wait; yield the coroutines that may go on, readers first."""
    timeout = max(0.0, sleepers.until() - time.monotonic()) if sleepers else None
    readable, writeable, _ = select.select(
        sorted(readers), sorted(writers), [], timeout
    )
    yield from [readers.pop(descriptor) for descriptor in readable]
    yield from [writers.pop(descriptor) for descriptor in writeable]
    now = time.monotonic()
    while sleepers and sleepers.until() <= now:
        yield sleepers.pop()


def run(*coroutines):
    """Run all coroutines, and those that they spawn, to their end."""
    sleepers, readers, writers = Sleepers(), Waiters(), Waiters()
    runnable = collections.deque()
    for coroutine in coroutines:
        sleepers.push(0.0, coroutine)
    try:
        while sleepers or readers or writers:
            runnable.extend(wait(sleepers, readers, writers))
            while runnable:
                coroutine = runnable[0]
                event = step(coroutine)
                if isinstance(event, AsyncSleep):
                    sleepers.push(event.until, coroutine)
                elif isinstance(event, AsyncRead):
                    readers.add(event.file, coroutine)
                elif isinstance(event, AsyncRecv):
                    readers.add(event.connection.fileno(), coroutine)
                elif isinstance(event, AsyncIO):
                    waiters = readers if event.reads else writers
                    waiters.add(event.connection.fileno(), coroutine)
                elif isinstance(event, Spawn):
                    sleepers.push(time.monotonic(), coroutine)
                    sleepers.push(time.monotonic(), event.coroutine)
                elif event is not ENDED:
                    raise unknown(event)
                runnable.popleft()
    finally:
        for coroutine in (*runnable, *writers.values(), *readers.values()):
            coroutine.close()
        while sleepers:
            sleepers.pop().close()
