"""./learn diff: what a chapter changes in the files that it writes anew."""

from pathlib import Path
from typing import List, Optional

from learn import build, chapters
from learn.register import command
from learn.terminal import has_colour
from learn.trouble import Trouble, no_more


def before(file: Path) -> Optional[Path]:
    """The file of the same name in the nearest lower chapter, if one has it."""
    lower = [name for name in chapters.names() if name < file.parent.name]
    candidates = [chapters.FOLDER / name / file.name for name in reversed(lower)]
    return next((path for path in candidates if path.exists()), None)


@command("diff", "CHAPTER", "what a chapter changes against the one it builds on")
def diff(words: List[str]) -> int:
    """Shows the differences of the headers that stand in a lower chapter, too."""
    name, rest = chapters.chosen(words, "diff")
    no_more(rest, "diff")
    new = []
    colour = ["--color=always"] if has_colour() else []
    for file in sorted((chapters.FOLDER / name).glob("*.hpp")):
        old = before(file)
        if not old:
            new.append(file.name)
            continue
        pair = [str(path.relative_to(chapters.ROOT)) for path in (old, file)]
        if build.call(["diff", "-u", *colour, *pair]) > 1:
            raise Trouble("diff could not compare them.")
    print(f"New in {name}: {', '.join(new) or 'nothing'}")
    return 0
