"""./learn bench: how fast it is."""

import sys
from typing import List

from learn import build
from learn.register import command


@command(
    "bench",
    "[--quick]",
    "measure: one step, one await, one turn of each loop",
    part="tools",
    needs=("build", "bench"),
)
def bench(words: List[str]) -> int:
    """Builds the benchmarks and hands over to tests/bench."""
    build.configure(again=True)  # Google Benchmark may be new here
    build.build("bench")
    return build.call([sys.executable, "-X", "utf8", "tests/bench", *words])
