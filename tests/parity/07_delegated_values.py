"""yield from: next goes to the innermost, and its values come to the driver."""

from show import show


def leaf(name):
    yield f"{name} 1"
    yield f"{name} 2"


def branch(name):
    yield f"{name} before"
    yield from leaf(name + " left")
    yield from leaf(name + " right")
    yield f"{name} after"


def empty():
    return
    yield


def root():
    yield from branch("a")
    yield from empty()
    yield from branch("b")


growing = root()
for _ in range(13):
    show(next, growing)
