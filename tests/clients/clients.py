"""clients.py [TEST]: tries the echo server with real clients, or lists the tests."""

import sys
from typing import List

import limits  # noqa: F401
import many  # noqa: F401
import signals  # noqa: F401
import slow  # noqa: F401
import tools  # noqa: F401
from case import Skip, cases
from server import Failure

SKIPPED = 77


def main(names: List[str]) -> int:
    """Runs the tests of these names, or prints the names; gives the exit code."""
    if not names:
        print("\n".join(cases))
        return 0
    try:
        for name in names:
            cases[name]()
    except Skip as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
