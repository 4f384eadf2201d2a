"""discover.py PROGRAM LABEL LIST: writes down for ctest the cases of a doctest program."""

import subprocess
import sys
from collections import Counter


def quoted(text: str) -> str:
    """The text as CMake takes it literally."""
    return f"[==[{text}]==]"


program, label, path = sys.argv[1:]
listed = subprocess.run(
    [program, "--list-test-cases"], check=True, stdout=subprocess.PIPE, encoding="utf-8"
).stdout.splitlines()
cases = [line for line in listed if line and not line.startswith(("[doctest]", "==="))]
twice = [case for case, times in Counter(cases).items() if times > 1]
if twice:
    sys.exit(f"{label}: two cases have one name: {', '.join(twice)}")

with open(path, "w", encoding="utf-8") as file:
    for case in cases:
        name = quoted(f"{label}: {case}")
        chosen = quoted("--test-case=" + case.replace(",", "\\,"))
        print(f"add_test({name} {quoted(program)} {chosen})", file=file)
        # No case of that name: a test that would pass whatever happens.
        print(
            f"set_tests_properties({name} PROPERTIES TIMEOUT 60 LABELS {quoted(label)}"
            ' FAIL_REGULAR_EXPRESSION "test cases: +0 ")',
            file=file,
        )
