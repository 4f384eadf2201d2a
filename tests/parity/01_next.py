"""next gives what is yielded, until the generator has ended."""

from show import show


def count():
    print("begins")
    yield 1
    print("goes on")
    yield 2
    print("ends")


counting = count()
print("called, and nothing has run")
for _ in range(4):
    show(next, counting)

print("in a loop")
for number in count():
    print(number)
