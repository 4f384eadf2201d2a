"""close unwinds a chain innermost first, and within a body the latest first."""

from contextlib import ExitStack

from show import show


def leaf():
    with ExitStack() as stack:
        stack.callback(print, "leaf, first is unwound")
        stack.callback(print, "leaf, second is unwound")
        yield "leaf"


def branch():
    try:
        yield from leaf()
    finally:
        print("branch is unwound")


def root():
    try:
        yield "root"
        yield from branch()
        yield "root again"
    finally:
        print("root is unwound")


for steps in range(4):
    print("after", steps, "steps")
    chain = root()
    for _ in range(steps):
        show(next, chain)
    chain.close()
    show(next, chain)
