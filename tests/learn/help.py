"""./learn help: the commands."""

from typing import List

from learn.register import PARTS, command, commands
from learn.terminal import paint
from learn.trouble import no_more


@command("help", "", "this list", part="tools")
def show_help(words: List[str]) -> int:
    """Lists the commands, part by part."""
    no_more(words, "help")
    width = max(len(each.line()) for each in commands.values())
    for part in PARTS:
        chosen = [each for each in commands.values() if each.part == part]
        if chosen:
            print(paint(part, "bold"))
        for each in chosen:
            print(f"  {each.line().ljust(width)}  {each.summary}")
    print("\nA CHAPTER is 5, 05, naive_loop or 05_naive_loop.")
    return 0
