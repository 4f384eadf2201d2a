"""Five sleepers, five steps: half a second, not two and a half."""

from demo import sleepy
from events import elapsed
from loop import naive_run

naive_run(*(sleepy(f"coroutine {number}") for number in range(5)))
print(f"five sleepers, five steps: {elapsed():.1f} s")
