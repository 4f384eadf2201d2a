"""yield from: what is sent reaches the innermost, and nobody between sees it."""

from show import show


def inner():
    answer = yield "inner asks"
    print("inner hears", answer)
    answer = yield "inner asks again"
    print("inner hears", answer)


def middle():
    yield from inner()
    answer = yield "middle asks"
    print("middle hears", answer)


def outer():
    yield from middle()
    answer = yield "outer asks"
    print("outer hears", answer)


asking = outer()
show(next, asking)
for answer in ("one", "two", "three", "four"):
    show(asking.send, answer)
