def inner():
    answer = yield 2
    print("inner", answer)
    return 3


def middle():
    value = yield from inner()
    return 10 * value


def outer():
    yield 1
    value = yield from middle()
    print("outer", value)
    yield 4


generator = outer()
print(next(generator))
print(next(generator))
print(generator.send("abc"))
