"""Two coroutines cannot wait for one descriptor at once, but can in turn."""

import os

from events import AsyncRead
from loop import run
from show import show


async def read(name, pipe):
    try:
        data = await AsyncRead(pipe, 5)
        print(name, "got", data.decode())
    finally:
        print(name, "is unwound")


async def read_twice(pipe):
    await read("first", pipe)
    await read("second", pipe)


output, input = os.pipe()
show(run, read("first", output), read("second", output))
os.write(input, b"helloworld")
run(read_twice(output))
os.close(output)
os.close(input)
