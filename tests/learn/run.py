"""./learn run: one chapter's program."""

import os
from typing import List

from learn import build, chapters
from learn.register import command


@command("run", "CHAPTER [ARGUMENT...]", "run a chapter's program", needs=("build",))
def run(words: List[str]) -> int:
    """Becomes the program, so that signals and the exit code are its own."""
    name, arguments = chapters.chosen(words, "run")
    build.build(name)
    program = build.program(name)
    build.show([str(program.relative_to(chapters.ROOT)), *arguments])
    os.execv(program, [str(program), *arguments])
