"""./learn help: the commands."""

from typing import List

from learn.register import PARTS, command, commands
from learn.terminal import paint


@command("help", "", "this list", part="tools")
def show_help(words: List[str]) -> int:
    """Lists the commands, part by part."""
    width = max(len(each.line()) for each in commands.values())
    for part in PARTS:
        chosen = [each for each in commands.values() if each.part == part]
        for each in chosen:
            print(f"  {paint(each.line().ljust(width), 'bold')}  {each.summary}")
        if chosen:
            print()
    return 0
