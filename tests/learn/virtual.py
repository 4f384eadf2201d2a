"""Runs a program under virtual time: its waits move the clock instead of blocking.

A test driver that ctest runs needs no more than

    from learn import virtual
    done = virtual.run([virtual.program("05_naive_loop")])
    assert done.stdout == ...

`environment()` alone is for those who start processes in a way of their own; what
runs under it (a Python program, too) sees virtual time, and so do its children.
"""

import os
import subprocess
from pathlib import Path
from typing import Dict, List, Union

from learn.chapters import ROOT


def build_folder() -> Path:
    """The build under test: ctest names it, else it is the one ./learn makes."""
    return Path(os.environ.get("ASYNC_BUILD") or ROOT / "build")


def program(name: str) -> Path:
    """Where a program of the build under test lies."""
    return build_folder() / "bin" / name


def environment() -> Dict[str, str]:
    """The environment in which a program has virtual time, with sanitizers or without."""
    options = os.environ.get("ASAN_OPTIONS", "")
    library = build_folder() / "lib" / "libvirtual_time.so"
    if not library.exists():
        raise FileNotFoundError(f"{library}: build the target virtual_time first")
    return {
        **os.environ,
        "LD_PRELOAD": str(library),
        # The library is plain code that may come before the sanitizer's.
        "ASAN_OPTIONS": f"{options}:verify_asan_link_order=0".lstrip(":"),
    }


def run(
    words: List[Union[str, Path]], timeout: float = 50, **more
) -> "subprocess.CompletedProcess[str]":
    """Runs a program to its end under virtual time, and gives what it printed."""
    more = {"stdin": subprocess.DEVNULL, "env": environment(), **more}
    return subprocess.run(
        [str(word) for word in words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=timeout,
        **more,
    )
