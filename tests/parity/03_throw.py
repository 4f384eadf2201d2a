"""throw raises at the yield, where the body may catch it or let it go."""

from show import show


class Interruption(Exception):
    pass


class Farewell(Exception):
    pass


def patient():
    while True:
        try:
            yield "waits"
        except Interruption as error:
            print("caught", error)
        except Farewell:
            return


def visit(*errors):
    print("a new visit")
    waiting = patient()
    show(next, waiting)
    for error in errors:
        show(waiting.throw, error)


visit(Interruption("one"), Interruption("two"), Farewell())
visit(Interruption("one"), Exception("enough"))
