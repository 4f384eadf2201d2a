"""A deadline in the past is served at once, the earliest first."""

import time

from demo import sleepy
from events import AsyncSleep, elapsed
from loop import naive_run, run


async def late(name, by):
    for _ in range(2):
        await AsyncSleep(time.monotonic() - by)
        print(f"{name} goes on at {elapsed():.2f}")


for loop in (naive_run, run):
    loop(sleepy("background", 2), late("a", 1), late("b", 3), late("c", 2))
