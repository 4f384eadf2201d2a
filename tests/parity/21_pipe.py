"""A pipe that is written to while another coroutine sleeps: select really waits."""

import os

from demo import sleepy
from events import AsyncRead, asleep, elapsed
from loop import run


async def listen(pipe):
    print(f"listener waits at {elapsed():.2f}")
    word = await AsyncRead(pipe, 5)
    print(f"listener got {word.decode()} at {elapsed():.2f}")


async def speak(pipe):
    for part in (b"he", b"llo"):
        await asleep(0.16)
        print(f"speaker writes at {elapsed():.2f}")
        os.write(pipe, part)


output, input = os.pipe()
run(listen(output), speak(input), sleepy("background", 4))
os.close(output)
os.close(input)
