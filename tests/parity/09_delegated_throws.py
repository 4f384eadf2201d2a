"""yield from: throw raises at the innermost, and each caller may catch it."""

from show import show


class Small(Exception):
    pass


class Large(Exception):
    pass


def inner():
    while True:
        try:
            yield "inner"
        except Small as error:
            print("inner caught", error)


def middle():
    try:
        yield from inner()
    finally:
        print("middle is unwound")


def outer():
    try:
        yield from middle()
    except Large as error:
        print("outer caught", error)
    yield "outer"


chain = outer()
show(next, chain)
show(chain.throw, Small("a small one"))
show(chain.throw, Large("a large one"))
show(chain.throw, Large("another"))
show(next, chain)

chain = outer()
show(next, chain)
show(chain.throw, Exception("that nobody knows"))
show(next, chain)
