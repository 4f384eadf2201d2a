"""send gives the body a value, and next gives it None."""

from show import show


def listen():
    heard = yield "ready"
    while heard != "stop":
        heard = yield f"heard {heard}"
    print("stops")


listening = listen()
show(next, listening)
show(listening.send, "abc")
show(next, listening)
show(listening.send, "def")
show(listening.send, "stop")
