"""Chapter 08's echo server, started for a test, and looked at from outside."""

import os
import re
import resource
import signal
import subprocess
import time
from pathlib import Path
from typing import Callable, List, Optional, Type

from learn import virtual

DEADLINE = 20  # seconds within which anything that is waited for must have happened
IDLE = 5  # descriptors: the standard three, the listener, and the one that tells of signals


class Failure(Exception):
    """A server that did what it must not do."""


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Asks again and again until the condition holds; a Failure at the deadline."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            raise Failure(f"{DEADLINE} s have passed, and still not: {what}")
        time.sleep(0.001)


def expect(condition: bool, what: str) -> None:
    """A Failure unless the condition holds."""
    if not condition:
        raise Failure(what)


def command(port: int = 0) -> List[str]:
    """How the server is started."""
    return [str(virtual.program("08_one_event")), "--serve", str(port)]


class Server:
    """A running server on a free port; at the end of the block it must end with 0.

    `limit` is how many descriptors it may have, as set by ulimit -n.
    """

    def __init__(self, limit: int = 1024) -> None:
        # AddressSanitizer would keep what has been freed, and memory would not look flat.
        options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=0"
        self.process = subprocess.Popen(
            command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "ASAN_OPTIONS": options.lstrip(":")},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit)),
        )
        self.proc = Path("/proc") / str(self.process.pid)
        self.code: Optional[int] = None
        first = self.process.stdout.readline() if self.process.stdout else ""
        match = re.fullmatch(r"listening on (127\.0\.0\.1):(\d+)\n", first)
        if not match:
            self.process.kill()
            raise Failure(f"it began with {first!r}")
        self.address = (match[1], int(match[2]))
        wait_until(lambda: self.descriptors() == IDLE, f"{IDLE} descriptors are open")

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], *_: object) -> None:
        try:
            if kind is None and self.code is None:
                self.stop()
        finally:
            self.process.kill()
            stdout, stderr = self.process.communicate()
            if kind is not None:
                print(f"the server ended with {self.process.returncode}: {stdout}{stderr}")

    def signal(self, number: signal.Signals) -> None:
        """Sends it a signal."""
        self.process.send_signal(number)

    def ends_with(self, code: int) -> None:
        """Waits for its end: with this exit code, and no complaint."""
        try:
            stdout, stderr = self.process.communicate(timeout=DEADLINE)
        except subprocess.TimeoutExpired:
            raise Failure(f"it did not end within {DEADLINE} s") from None
        self.code = self.process.returncode
        expect(self.code == code and not stderr, f"it ended with {self.code}: {stderr}")
        expect(code != 0 or stdout == "stopped\n", f"it said {stdout!r}")

    def stop(self) -> None:
        """Asks it to end, and waits until it has, as it should."""
        self.signal(signal.SIGTERM)
        self.ends_with(0)

    def descriptors(self) -> int:
        """How many descriptors it has open."""
        return len(os.listdir(self.proc / "fd"))

    def memory(self) -> int:
        """How many KiB of memory it has in use."""
        status = (self.proc / "status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1])  # type: ignore[index]
