"""An exception that leaves a coroutine leaves run(), and the others are unwound."""

import os

from events import AsyncRead, asleep
from loop import naive_run, run
from show import show


async def fail():
    try:
        await asleep(0.1)
        print("fails")
        raise Exception("enough")
    finally:
        print("the one that failed is unwound")


async def sleep(name, duration):
    try:
        await asleep(duration)
        print(name, "goes on")
    finally:
        print(name, "is unwound")


async def read(pipe):
    try:
        await AsyncRead(pipe)
    finally:
        print("the reader is unwound")


output, input = os.pipe()
show(run, sleep("the quick one", 0.05), fail(), sleep("the next one", 0.1),
     read(output), sleep("the slow one", 9))
os.close(output)
os.close(input)

show(naive_run, sleep("the quick one", 0.05), fail(), sleep("the slow one", 9))
