"""A sleeper beside a file that can always be read."""

from demo import ready, sleepy
from loop import run

run(sleepy("background", 5), ready("/dev/urandom"))
