"""A sleeper that is always due does not starve a reader."""

import os
import time

from events import AsyncRead, AsyncSleep
from loop import run

turns = 0
done = False


async def insist():
    global turns
    while not done:
        turns += 1
        await AsyncSleep(time.monotonic())


async def read(pipe):
    global done
    data = await AsyncRead(pipe, 2048)
    done = True
    print(f"got {len(data)} B beside {turns} turns of the sleeper")


output, input = os.pipe()
os.write(input, b"x" * 2048)
run(insist(), read(output))
print(f"the sleeper had {turns} turns")
os.close(output)
os.close(input)
