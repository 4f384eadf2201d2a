"""yield from: the innermost one's return value goes to its caller, and so on down."""

from show import show


def factorial(number):
    if number == 0:
        yield "the bottom"
        return 1
    smaller = yield from factorial(number - 1)
    print(f"{number} times {smaller}")
    return number * smaller


def outer():
    result = yield from factorial(5)
    yield f"the factorial is {result}"


chain = outer()
for _ in range(3):
    show(next, chain)
