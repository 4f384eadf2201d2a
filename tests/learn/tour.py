"""./learn tour: every chapter's program, one after the other."""

from typing import List

from learn import build, chapters
from learn.register import command
from learn.terminal import paint
from learn.trouble import Trouble, no_more


@command(
    "tour",
    "",
    "run every chapter's program, with a line on what to look at",
    part="first",
    needs=("build",),
)
def tour(words: List[str]) -> int:
    """Builds the programs and runs them; each ends by itself."""
    no_more(words, "tour")
    build.build("chapters")
    for name in chapters.names():
        print(f"\n{paint(name, 'bold')}: {chapters.lines(name).look}")
        code = build.call([f"build/bin/{name}"])
        if code != 0:
            raise Trouble(f"{name} ended with {code}.")
    return 0
