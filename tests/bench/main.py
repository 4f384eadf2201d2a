"""What ./learn bench does when all is built: the rounds, the table, the JSON."""

import argparse
import datetime
import json
import os
import platform
import re
from pathlib import Path
from typing import Any, Dict, List

from bench import rounds, rows, table
from bench.rounds import Round
from learn.terminal import is_terminal
from learn.virtual import build_folder


def arguments(words: List[str]) -> argparse.Namespace:
    """What the words ask for."""
    parser = argparse.ArgumentParser(prog="./learn bench")
    parser.add_argument("--quick", action="store_true", help="only see that it works")
    return parser.parse_args(words)


def measure(quick: bool) -> List[Round]:
    """Nine rounds, or one that is over at once."""
    if quick:
        return [rounds.run(rounds.QUICK)]
    measured = []
    for number in range(1, 10):
        if is_terminal():
            print(f"\rround {number} of 9", end="", flush=True)
        measured.append(rounds.run(rounds.FULL))
    if is_terminal():
        print("\r\033[K", end="")
    return measured


def machine() -> str:
    """The processor's name, and how many there are."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    return f"{found[1].strip() if found else platform.machine()} ({os.cpu_count()} CPUs)"


def context(measured: List[Round]) -> Dict[str, Any]:
    """When, where and with what it was measured."""
    return {
        "date": datetime.date.today().isoformat(),
        "machine": machine(),
        "compiler": measured[0].compiler,
        "python": platform.python_version(),
        "rounds": len(measured),
    }


def main(words: List[str]) -> int:
    """Measures, and tells."""
    measured = measure(arguments(words).quick)
    where = context(measured)
    each_row = rows.rows_of(measured)
    reached = rows.reached(measured)
    print(f"Measured on {where['date']}, {where['machine']}, {where['compiler']}, "
          f"CPython {where['python']}, with `./learn bench`:\n\n"
          f"{table.table(each_row)}\n\n{table.goals(reached)}\n")
    kept = build_folder() / "bench.json"
    kept.write_text(json.dumps({
        "context": where,
        "rows": [row._asdict() for row in each_row],
        "goals": [{**goal._asdict(), "ratio": ratio} for goal, ratio in reached],
    }, indent=1) + "\n")
    print(f"For plots: {os.path.relpath(kept)}")
    return 0
