"""A spawned coroutine starts after the one that spawned it has gone on."""

from events import Spawn, asleep, elapsed
from loop import run


async def child(name):
    print(f"{name} begins at {elapsed():.1f}")
    await asleep(0.2)
    print(f"{name} ends at {elapsed():.1f}")


async def parent():
    for name in ("one", "two"):
        print("spawns", name)
        await Spawn(child(name))
        print("has spawned", name)
    await asleep(0.1)
    print(f"the parent ends at {elapsed():.1f}")


async def bystander():
    print("the bystander begins")
    await asleep(0.4)
    print(f"the bystander ends at {elapsed():.1f}")


run(parent(), bystander())
