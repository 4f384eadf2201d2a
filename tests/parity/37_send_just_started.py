"""A generator that has not started takes no value but None."""

from show import show


def listen():
    heard = yield "ready"
    yield f"heard {heard}"


def count():
    yield 1


listening = listen()
show(listening.send, "too early")
show(next, listening)
show(listening.send, "in time")

counting = count()
show(counting.send, None)
