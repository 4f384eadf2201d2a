def inner():
    print("inner runs")
    yield 2
    return 3


def outer():
    yield 1
    value = inner()
    print("outer has", type(value).__name__)
    yield 4


for number in outer():
    print(number)
