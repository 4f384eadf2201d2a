"""An event that a loop does not know is an error that names it."""

from demo import sleepy
from events import AsyncRead
from loop import naive_run, run


class Moonrise:
    def __await__(self):
        yield self

    def __repr__(self):
        return "Moonrise()"


async def wait(event):
    try:
        await event
    finally:
        print("the coroutine is unwound")


def attempt(loop, event):
    try:
        loop(wait(event), sleepy("background", 2))
    except RuntimeError as error:
        print("error: logic:", error)


attempt(naive_run, Moonrise())
attempt(run, Moonrise())
attempt(naive_run, AsyncRead(0, 5))
