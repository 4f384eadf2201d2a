import time


class AsyncSleep:
    """The event of reaching a point in time."""

    def __init__(self, until):
        self.until = until

    def __await__(self):
        yield self

    def __repr__(self):
        return "AsyncSleep(until=%.1f)" % self.until


async def asleep(duration):
    await AsyncSleep(time.monotonic() + duration / 2)
    await AsyncSleep(time.monotonic() + duration / 2)


coroutine = asleep(100)
try:
    while True:
        print(coroutine.send(None))
except StopIteration:
    print("the end of the coroutine")
