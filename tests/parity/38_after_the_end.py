"""After the end there is only the end, whichever way it came."""

from inspect import getgeneratorstate as state

from show import show


def body(fails):
    yield "runs"
    if fails:
        raise Exception("broken")


def after_the_end(generator):
    print(state(generator))
    show(next, generator)
    show(generator.send, "a word")
    show(generator.throw, Exception("too late"))
    show(generator.close)
    show(next, generator)


print("returned")
generator = body(False)
show(next, generator)
show(next, generator)
after_the_end(generator)

print("broken")
generator = body(True)
show(next, generator)
show(next, generator)
after_the_end(generator)

print("closed")
generator = body(False)
show(next, generator)
generator.close()
after_the_end(generator)
