"""The return value comes with the end, and only once."""


def body():
    yield 1
    return "abc"


def end(generator):
    try:
        next(generator)
    except StopIteration as stop:
        return stop.value


generator = body()
print(next(generator))
print("the end with", end(generator))
print("the end with", end(generator))
