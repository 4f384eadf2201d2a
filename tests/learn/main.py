"""From the words to a command, and from its end to an exit code."""

import importlib
import os
import pkgutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import List

import learn
from learn.register import Command, commands
from learn.trouble import Trouble, unknown

INSTALL = Path(__file__).with_name("install.sh")


def load() -> None:
    """Imports every module of the package, so that the register is full."""
    for module in pkgutil.iter_modules(learn.__path__):
        if module.name != "__main__":
            importlib.import_module(f"learn.{module.name}")


def install(*groups: str) -> bool:
    """Installs what is missing of these groups; True if nothing is missing then."""
    return subprocess.call(["sh", str(INSTALL), *groups]) == 0


def has(*groups: str) -> bool:
    """True if nothing of these groups is missing."""
    say = ["sh", str(INSTALL), "--say", *groups]
    return subprocess.call(say, stderr=subprocess.DEVNULL) == 0


def prepare(command: Command) -> None:
    """Sees that what the command needs is there, and if it can be, what it wants."""
    groups = [*command.needs, *command.wants]
    if not groups or install(*groups):
        return
    if not has(*command.needs):
        raise Trouble(f"./learn {command.name} cannot go on without.")
    print("learn: Going on without; what needs it is skipped.", file=sys.stderr)


def dispatch(words: List[str]) -> int:
    """Runs the command that the first word names, or the one without a name."""
    name = {"-h": "help", "--help": "help"}.get(words[0], words[0]) if words else ""
    if name not in commands:
        raise unknown("command", name, filter(None, commands))
    if words[1:] in (["-h"], ["--help"]):
        print(f"{commands[name].line()}\n  {commands[name].summary}")
        return 0
    prepare(commands[name])
    return commands[name].function(words[1:])


def main(words: List[str]) -> int:
    """The exit code of the command that the words name."""
    try:
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        load()
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
