"""A generator is created, running, suspended or closed, seen from wherever."""

from inspect import getgeneratorstate as state


def inner():
    print("inner, from inside:", state(innermost))
    print("outer, from inside:", state(outermost))
    yield 1


def outer():
    print("outer, before inner runs:", state(outermost), state(innermost))
    yield from innermost
    print("outer, after inner has run:", state(outermost), state(innermost))
    yield 2


innermost = inner()
outermost = outer()
print(state(outermost), state(innermost))
while next(outermost, None) is not None:
    print(state(outermost), state(innermost))
print(state(outermost), state(innermost))
