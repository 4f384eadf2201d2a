"""What has ended cannot be awaited, where yield from in Python gives None."""

from show import show


async def answer():
    return 42


async def ask_twice():
    answering = answer()
    print("a coroutine gives", await answering)
    print("a coroutine gives", await answering)


async def ask_the_closed():
    answering = answer()
    answering.close()
    print("a coroutine gives", await answering)


def count():
    yield 1
    return 42


def delegate_twice():
    counting = count()
    print("a generator gives", (yield from counting))
    print("a generator gives", (yield from counting))


def delegate_to_the_closed():
    counting = count()
    counting.close()
    print("a generator gives", (yield from counting))


show(ask_twice().send, None)
show(ask_the_closed().send, None)
delegating = delegate_twice()
show(next, delegating)
show(next, delegating)
print("one that was closed")
show(next, delegate_to_the_closed())
