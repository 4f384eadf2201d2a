"""A generator that runs cannot be driven from inside."""

from show import show


class Interruption(Exception):
    pass


def drive(generator):
    show(next, generator)
    show(generator.send, None)
    show(generator.throw, Interruption("stop"))
    show(generator.close)


def inner():
    print("inner drives itself")
    drive(innermost)
    print("inner drives outer")
    drive(outermost)
    yield "inner goes on"


def outer():
    print("outer drives itself")
    drive(outermost)
    yield from innermost
    yield "outer goes on"


innermost = inner()
outermost = outer()
for _ in range(3):
    show(next, outermost)
