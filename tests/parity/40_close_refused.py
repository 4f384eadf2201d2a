"""close can be caught or refused in Python, and not in C++."""

from inspect import getgeneratorstate as state

from show import show


def catches():
    try:
        yield 1
    except GeneratorExit:
        print("close is caught")
    finally:
        print("catches is unwound")


def refuses():
    try:
        yield 1
    except GeneratorExit:
        print("close is refused")
        yield 2
    finally:
        print("refuses is unwound")


for body in (catches, refuses):
    generator = body()
    show(next, generator)
    show(generator.close)
    print(state(generator))
    show(next, generator)
