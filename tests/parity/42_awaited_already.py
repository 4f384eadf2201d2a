"""What is awaited has no other driver, where Python lets a generator have one."""

from events import AsyncSleep
from show import show


async def nap():
    await AsyncSleep(1000.0)


async def take(napping):
    await napping
    print("awake")


def count():
    for number in range(1, 10):
        yield f"counts {number}"


def delegate(counting):
    yield from counting
    yield "goes on"


napping = nap()
first, second = take(napping), take(napping)
print(first.send(None))
show(second.send, None)
show(first.send, None)

counting = count()
first, second = delegate(counting), delegate(counting)
print("the first", next(first))
print("from outside")
show(next, counting)
print("the second")
show(next, second)
print("the first", next(first))
print("from outside")
show(counting.close)
print("the first", next(first))
