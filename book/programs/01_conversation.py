def conversation():
    answer = yield 1
    print(answer)
    yield 2
    yield 3
    return "abc"


talker = conversation()
print(next(talker))
print(talker.send("abc"))
print(next(talker))
try:
    next(talker)
except StopIteration as stop:
    print("returned", stop.value)
