"""A small project in a temporary folder: the real runner, two chapters, and tools that only write down how they were called."""

import os
import pty
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Dict, List

ROOT = Path(__file__).resolve().parents[2]

FAKE = """#!/bin/sh
echo "{name} $*" >>"{log}"
{body}
"""

CMAKE = """
case $1 in
  -S) mkdir -p build/bin; : >build/build.ninja ;;
  --build)
    for name in 01_first 02_second; do
      printf '#!/bin/sh\\necho "this is %s $*"\\n' $name >build/bin/$name
      chmod +x build/bin/$name
    done ;;
esac
"""

CTEST = """
mkdir -p build/Testing
cat >build/Testing/results.xml <<END
<testsuite>
<testcase name="01_first: It works" status="run"/>
<testcase name="02_second: So does this" status="${SECOND:-run}"/>
</testsuite>
END
[ "${SECOND:-run}" = run ] || exit 8
"""


class ProjectCase(unittest.TestCase):
    """A test that has such a project."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name, "a project")
        self.tools = Path(folder.name, "tools")
        self.log = Path(folder.name, "log")
        self.tools.mkdir()
        (self.root / "tests").mkdir(parents=True)
        shutil.copy(ROOT / "learn", self.root)
        shutil.copytree(
            ROOT / "tests/learn",
            self.root / "tests/learn",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        self.write("chapters/01_first/run.hpp", "one\n")
        self.write("chapters/02_second/run.hpp", "two\n")
        self.write("chapters/02_second/more.hpp", "more\n")
        self.write("tests/learn/needs.txt", "build sh dash - - - -\n")
        self.fake("cmake", CMAKE)
        self.fake("ctest", CTEST)

    def write(self, path: str, text: str) -> None:
        """Writes a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def fake(self, name: str, body: str = "") -> None:
        """Puts a tool in front of the real one."""
        tool = self.tools / name
        tool.write_text(FAKE.format(name=name, log=self.log, body=body))
        tool.chmod(0o755)

    def called(self) -> List[str]:
        """How the tools were called since the last time."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return lines

    def environment(self, **more: str) -> Dict[str, str]:
        """No terminal, no colour, and the tools in front."""
        path = f"{self.tools}:{os.environ['PATH']}"
        return {"PATH": path, "HOME": str(self.root), "TERM": "xterm", **more}

    def learn(self, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Runs ./learn from somewhere else, and gives what it printed."""
        return subprocess.run(
            [self.root / "learn", *words],
            cwd="/",
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=50,
        )

    def on_terminal(self, *words: str, answer: str = "", **more: str) -> str:
        """Runs ./learn on a terminal where somebody types `answer`, and gives what one sees."""
        try:
            ours, theirs = pty.openpty()
        except OSError as error:  # a chroot without /dev/pts
            self.skipTest(str(error))
        process = subprocess.Popen(
            [self.root / "learn", *words],
            env=self.environment(**more),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        os.write(ours, answer.encode())
        seen = b""
        try:
            while True:
                chunk = os.read(ours, 4096)
                if not chunk:
                    break
                seen += chunk
        except OSError:  # the last one has left the terminal
            pass
        os.close(ours)
        process.wait()
        return seen.decode()
