"""The coroutines that the chapters' programs run: a sleeper, a reader."""

from events import AsyncRead, asleep, elapsed


async def sleepy(identifier="coroutine", count=5):
    """Print a line and sleep 0.1 s, `count` times over."""
    for i in range(count):
        print(f"{identifier} step {i + 1} at {elapsed():.2f}")
        await asleep(0.1)


async def ready(path, amount=1024 * 32):
    """Read `amount` bytes of a file; say when that began and when it was done."""
    print(f"read {path} at {elapsed():.2f}")
    with open(path, "rb") as file:
        result = await AsyncRead(file.fileno(), amount)
    print(f"done {path} at {elapsed():.2f}")
    print(f"got {len(result)} B")
