"""To await a generator that was started before goes on where it stands."""

from show import show


def listen():
    heard = yield "one"
    print("hears", heard)
    heard = yield "two"
    print("hears", heard)
    return "enough"


def chain(listening):
    print("the chain begins")
    print("returned", (yield from listening))


listening = listen()
show(next, listening)
chained = chain(listening)
show(next, chained)
show(chained.send, "a word")
