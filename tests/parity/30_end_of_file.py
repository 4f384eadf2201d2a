"""The end of a file ends AsyncRead with what there is."""

import os

from events import AsyncRead
from loop import run


async def read(name, file, *amounts):
    for amount in amounts:
        data = await AsyncRead(file, amount)
        print(f"{name}: wanted {amount} B, got {len(data)} B")


output, input = os.pipe()
os.write(input, b"x" * 3000)
os.close(input)
run(read("pipe", output, 1000, 5000, 5000))
os.close(output)
with open("/dev/null", "rb") as nothing:
    run(read("/dev/null", nothing.fileno(), 1, 1))
