"""A sleeper, a reader and a receiver from a TCP server share one thread."""

import socket
import threading

from demo import ready, sleepy
from events import AsyncRecv, asleep, elapsed
from loop import run
from operations import connect


def serve(listener):
    client, _ = listener.accept()
    with client:
        client.sendall(b"x" * 1024 * 32)


async def download(port, amount=1024 * 32):
    print(f"connect localhost at {elapsed():.2f}")
    with await connect("localhost", port) as connection:
        await asleep(0.35)
        print(f"read localhost at {elapsed():.2f}")
        result = await AsyncRecv(connection, amount)
    print(f"done localhost at {elapsed():.2f}")
    print(f"got {len(result)} B")


with socket.create_server(("127.0.0.1", 0)) as listener:
    server = threading.Thread(target=serve, args=(listener,), daemon=True)
    server.start()
    port = listener.getsockname()[1]
    run(sleepy("background", 5), ready("/dev/urandom"), download(port))
    server.join()
