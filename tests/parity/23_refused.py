"""A refused connection is an error of the coroutine that asked for it."""

import socket

from loop import run
from operations import connect
from show import show


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


async def knock(port):
    print("knocks")
    with await connect("127.0.0.1", port):
        print("is let in")


async def knock_and_catch(port):
    try:
        await knock(port)
    except ConnectionRefusedError:
        print("caught in the coroutine")


port = free_port()
run(knock_and_catch(port))
show(run, knock(port))
