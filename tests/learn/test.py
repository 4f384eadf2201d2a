"""./learn test: every test, or those of some chapters."""

import os
from typing import List

from learn import build, chapters, results
from learn.register import command
from learn.terminal import is_terminal


@command(
    "test",
    "[CHAPTER...]",
    "run every test, or a chapter's",
    part="first",
    needs=("build",),
    wants=("test",),
)
def test(words: List[str]) -> int:
    """Builds, and hands over to ctest, whose closing line is the last."""
    chosen = [chapters.find(word) for word in words]
    build.build(*(target for name in chosen for target in (name, f"{name}_test")))
    ctest = ["ctest", "--test-dir", "build", "--output-on-failure", "--no-label-summary"]
    ctest += ["-j", str(os.cpu_count() or 1), "--output-junit", results.JUNIT]
    if chosen:
        ctest += ["-L", "|".join(f"^{name}$" for name in chosen)]
    if is_terminal():
        ctest += ["--progress"]
    code = build.call(ctest)
    results.keep(chosen)
    return code
