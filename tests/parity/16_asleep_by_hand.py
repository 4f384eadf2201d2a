"""asleep driven by hand: two events and the end, and nothing but the driver sleeps."""

import time

from events import asleep, elapsed

coroutine = asleep(100)
print(f"called at {elapsed():.1f}")
try:
    while True:
        print(coroutine.send(None))
        time.sleep(0.1)
except StopIteration:
    print(f"the end at {elapsed():.1f}")
