"""The value of a return statement comes with the end."""


def add_up():
    total = 0
    while True:
        number = yield total
        if number is None:
            return f"the total is {total}"
        total += number


adding = add_up()
next(adding)
for number in (3, 4, 5):
    print(adding.send(number))
try:
    next(adding)
except StopIteration as end:
    print(end.value)
