import select

with open("/dev/urandom", "rb") as file:
    readable, _, _ = select.select([file], [], [], 10)
    print("urandom is readable:", file in readable)

with open("/etc/passwd", "rb") as file:
    file.read()
    readable, _, _ = select.select([file], [], [], 10)
    print("a file at its end is readable:", file in readable)
    print("and gives", file.read(1))
