"""An exception in the middle of a chain unwinds up to the caller that catches it."""

from show import show


def bottom():
    try:
        yield "bottom"
        raise Exception("bottom broke")
    finally:
        print("bottom is unwound")


def middle():
    try:
        try:
            yield from bottom()
        finally:
            print("middle is unwound")
    except Exception as error:
        raise Exception(f"middle broke, for {error}")


def top():
    for _ in range(2):
        try:
            yield from middle()
        except Exception as error:
            print("caught:", error)
            yield "top goes on"
    raise Exception("top broke")


chain = top()
for _ in range(6):
    show(next, chain)
