"""From the words to a command, and from its end to an exit code."""

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import List

import learn
from learn.register import Command, commands
from learn.trouble import Trouble, unknown

HERE = Path(__file__).parent


def load() -> None:
    """Imports every module of the package, so that the register is full."""
    for module in pkgutil.iter_modules(learn.__path__):
        if module.name != "__main__":
            importlib.import_module(f"learn.{module.name}")


def install(groups: List[str]) -> bool:
    """Installs what is missing of these groups; True if nothing is missing then."""
    return subprocess.call(["sh", str(HERE / "install.sh"), *groups]) == 0


def prepare(command: Command) -> None:
    """Sees that what the command needs is there."""
    if command.needs and not install(list(command.needs)):
        raise Trouble(f"{command.line()} cannot go on without these.")
    if command.wants and not install(list(command.wants)):
        print("Going on without: what needs these will be skipped.", file=sys.stderr)


def dispatch(words: List[str]) -> int:
    """Runs the command that the first word names; without one, tells where you are."""
    name = {"-h": "help", "--help": "help"}.get(words[0], words[0]) if words else "where"
    if name not in commands:
        raise unknown("command", name, commands)
    prepare(commands[name])
    return commands[name].function(words[1:])


def main(words: List[str]) -> int:
    """The exit code of the command that the words name."""
    load()
    try:
        return dispatch(words)
    except Trouble as trouble:
        sys.stdout.flush()
        print(f"learn: {trouble}", file=sys.stderr)
        return trouble.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read us, head say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141
