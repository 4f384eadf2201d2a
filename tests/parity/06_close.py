"""close ends a generator where it stands, and only what was begun is unwound."""

from show import show


def careful():
    print("begins")
    try:
        yield 1
        print("goes on")
        yield 2
    finally:
        print("careful is unwound")
    print("ends")


print("created")
generator = careful()
generator.close()
show(next, generator)

print("suspended")
generator = careful()
show(next, generator)
generator.close()
print("closed")
show(next, generator)

print("closed twice")
generator.close()

print("ended")
generator = careful()
for number in generator:
    print(number)
generator.close()

print("dropped")
generator = careful()
show(next, generator)
del generator
print("gone")
