"""wrap and cofoo: the one stays suspended until the other has finished."""

from show import show


def cofoo(bar):
    qux = yield bar
    return qux


def wrap():
    yield "before"
    qux = yield from cofoo("bar")
    print("cofoo returned", qux)
    yield "after"


alone = cofoo(3)
print(next(alone))
try:
    alone.send(4)
except StopIteration as end:
    print("returned", end.value)

wrapped = wrap()
show(next, wrapped)
show(next, wrapped)
show(wrapped.send, "qux")
show(next, wrapped)
