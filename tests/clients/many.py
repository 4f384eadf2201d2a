"""Two hundred clients at once."""

import time
from typing import List

from case import case
from crowd import crowd
from server import Server, expect

ROUNDS = 8
WARM = 3  # rounds after which the allocator has all that it will ever keep
SLACK = 1024  # KiB that may come and go: a KiB for each client of the rounds after


@case
def nothing_lost() -> None:
    """Of 200 clients at once, half close or reset, and who stays gets every byte back."""
    with Server() as server:
        start = time.monotonic()
        crowd(server)
        print(f"200 clients talked for {time.monotonic() - start:.2f} s")


@case
def nothing_leaked() -> None:
    """200 clients at once leave no descriptor and no memory behind, round after round."""
    with Server() as server:
        print(f"before: {server.descriptors()} descriptors, {server.memory()} KiB")
        memory: List[int] = []
        for _ in range(ROUNDS):
            crowd(server)
            memory.append(server.memory())
        print(f"after each round: {server.descriptors()} descriptors, {memory} KiB")
        grown = max(memory[WARM:]) - max(memory[:WARM])
        expect(grown <= SLACK, f"memory has grown by {grown} KiB: {memory}")
