"""A signal does not end a wait."""

import os
import signal

from events import AsyncRead
from loop import run

signals = 0


def on_signal(number, frame):
    global signals
    signals += 1
    if signals == 3:
        os.write(input, b"hello")


async def listen(pipe):
    print("waits")
    word = await AsyncRead(pipe, 5)
    signal.setitimer(signal.ITIMER_REAL, 0)
    print("got", word.decode())


output, input = os.pipe()
signal.signal(signal.SIGALRM, on_signal)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
run(listen(output))
print("interrupted three times:", "yes" if signals >= 3 else "no")
os.close(output)
os.close(input)
