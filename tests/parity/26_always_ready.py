"""A file that can always be read does not starve a sleeper."""

import time

from demo import sleepy
from events import AsyncRead, elapsed
from loop import run


async def read_and_think(path, count):
    with open(path, "rb") as file:
        for i in range(count):
            data = await AsyncRead(file.fileno(), 1024)
            time.sleep(0.03)
            print(f"read {i + 1}: {len(data)} B at {elapsed():.2f}")


run(read_and_think("/dev/zero", 10), sleepy("background", 3))
