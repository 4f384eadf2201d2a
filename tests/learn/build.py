"""cmake, ctest and the programs: each command is printed before it runs."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Dict, List, Optional

from learn.chapters import ROOT
from learn.terminal import has_colour, paint
from learn.trouble import Trouble

BUILD = ROOT / "build"


def show(words: List[str]) -> None:
    """Prints the command as one would type it."""
    print(paint("$ " + shlex.join(words), "dim"), flush=True)


def call(words: List[str], environment: Optional[Dict[str, str]] = None) -> int:
    """Shows a command, runs it in the root of the project, and gives its exit code."""
    show(words)
    environment = dict(environment or os.environ)
    if not has_colour():
        environment["CLICOLOR"] = "0"
    process = subprocess.Popen(words, cwd=ROOT, env=environment)
    try:
        return process.wait()
    except KeyboardInterrupt:  # Ctrl-C reaches the command too: it ends by itself
        process.wait()
        raise


def configure(again: bool = False) -> None:
    """Sets the build folder up, unless it is."""
    if not again and any((BUILD / name).exists() for name in ("build.ninja", "Makefile")):
        return
    words = ["cmake", "-S", ".", "-B", "build"]
    if not (BUILD / "CMakeCache.txt").exists() and shutil.which("ninja"):
        words += ["-G", "Ninja"]
    if call(words) != 0:
        raise Trouble("cmake could not set the build up; the reason stands above.")


def build(*targets: str) -> None:
    """Builds these targets, or everything."""
    configure()
    words = ["cmake", "--build", "build", "--parallel", str(os.cpu_count() or 1)]
    if targets:
        words += ["--target", *targets]
    if call(words) != 0:
        raise Trouble("The build failed; the reason stands above.")


def program(name: str) -> Path:
    """Where the build puts a program."""
    return BUILD / "bin" / name
