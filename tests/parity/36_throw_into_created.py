"""throw into a generator that has not started ends it, and none of its code runs."""

from inspect import getgeneratorstate as state

from show import show


def body():
    try:
        print("begins")
        yield 1
    except Exception:
        print("this never runs")
        yield 2


generator = body()
print(state(generator))
show(generator.throw, Exception("too early"))
print(state(generator))
show(next, generator)
show(generator.throw, Exception("too late"))
