"""The generators written by hand say what yield and yield from say."""

from inspect import getgeneratorstate

from show import show


def conversation():
    answer = yield 1
    print(answer)
    yield 2
    yield 3
    return "abc"


def inner():
    print("inner", (yield 2))
    return 3


def middle():
    return 10 * (yield from inner())


def outer():
    yield 1
    print("outer", (yield from middle()))
    yield 4


print("to the end")
talk = conversation()
show(next, talk)
show(talk.send, "hello")
show(next, talk)
try:
    next(talk)
except StopIteration as end:
    print("returned", end.value)
print(getgeneratorstate(talk))

print("delegated")
chain = outer()
show(next, chain)
show(next, chain)
show(chain.send, "abc")
show(next, chain)

for make in (conversation, outer):
    print("thrown")
    talk = make()
    next(talk)
    talk.send("so far")
    show(talk.throw, Exception("enough"))
    print(getgeneratorstate(talk))
    print("closed")
    talk = make()
    show(talk.send, "too early")
    next(talk)
    talk.send("so far")
    talk.close()
    print(getgeneratorstate(talk))
    show(next, talk)
