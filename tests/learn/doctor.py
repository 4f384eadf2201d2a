"""./learn doctor: the tools, their versions, and how to get those that are missing."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Dict, List, Optional

from learn.main import INSTALL
from learn.register import command
from learn.terminal import paint
from learn.trouble import no_more

NEEDS = INSTALL.with_name("needs.txt")
FOR = {
    "python": "./learn itself",
    "build": "./learn tour, run, test",
    "test": "some tests, which are skipped without",
    "bench": "./learn bench",
    "ci": ".ci/run",
    "site": "./learn book",
    "page": "./learn book --page, --epub, --pdf",
    "pdf": "./learn book --pdf",
    "browser": "tests/browser/run",
}
INCLUDE = ("/usr/include", "/usr/local/include", "/opt/homebrew/include")


def needs() -> Dict[str, List[str]]:
    """The tools of each group of needs.txt."""
    groups: Dict[str, List[str]] = {}
    for line in NEEDS.read_text().splitlines():
        if line and not line.startswith("#"):
            group, tool = line.split()[:2]
            groups.setdefault(group, []).append(tool)
    return groups


def said(words: List[str]) -> List[str]:
    """The lines that a program prints, wherever to; none if it cannot run."""
    try:
        done = subprocess.run(
            words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=10
        )
        return done.stdout.splitlines()
    except (OSError, subprocess.TimeoutExpired):
        return []


def version(program: str) -> str:
    """The line in which a program names its version, or its path."""
    for line in said([program, "--version"]) + said([program, "-h"]):
        if re.search(r"\d\.\d", line):
            return (f"{Path(program).name} {line}" if line[0].isdigit() else line)[:60]
    return program


def found(tool: str) -> Optional[str]:
    """What there is of a tool: its version, a header's path, or None."""
    for name in tool.split("|"):
        if "/" in name:
            paths = [Path(folder, name) for folder in INCLUDE]
            return next((str(path) for path in paths if path.exists()), None)
        program = shutil.which(name)
        if program:
            return version(program)
    return None


@command("doctor", "", "which tools are here, and how to get the rest", part="tools")
def doctor(words: List[str]) -> int:
    """Prints a line a tool; 1 if what tour and test need is missing."""
    no_more(words, "doctor")
    missing = []
    for group, tools in needs().items():
        print(f"For {FOR.get(group, group)}:")
        for tool in tools:
            what = found(tool)
            print(f"  {tool.replace('|', ' or '):24} {what or paint('missing', 'red')}")
            if not what and group not in missing:
                missing.append(group)
    for group in missing:
        print(f"\nFor {FOR.get(group, group)}:", flush=True)
        subprocess.call(["sh", str(INSTALL), "--say", group])
    return 1 if "build" in missing else 0
