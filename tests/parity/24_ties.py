"""Equal deadlines are served in the order in which they were asked for."""

import time

from events import AsyncSleep, elapsed
from loop import naive_run, run


async def meet(name, start, delay):
    await AsyncSleep(start + delay)
    print(f"{name} asks at {elapsed():.1f}")
    await AsyncSleep(start + 1)
    print(f"{name} arrives at {elapsed():.1f}")


for loop in (naive_run, run):
    start = time.monotonic()
    delays = {"a": 0.3, "b": 0.1, "c": 0.2, "d": 0.1, "e": 0.3}
    loop(*(meet(name, start, delay) for name, delay in delays.items()))
