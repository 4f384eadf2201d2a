"""A descriptor that is closed, negative or too large for select is an error."""

import os

from events import AsyncRead
from loop import run
from show import show


async def read(file):
    await AsyncRead(file)


output, input = os.pipe()
os.close(output)
os.close(input)
for file in (output, -1, 1024, 1 << 30):
    show(run, read(file))
