"""The system calls that can fail, program by program, and what a program does about it."""

from dataclasses import dataclass
from typing import Dict, Tuple

ERRORS = ("EINTR", "EAGAIN", "ECONNRESET", "EMFILE", "ENOMEM")
AGAIN = ("EINTR", "EAGAIN")
LATER = ("EINTR", "EAGAIN", "EMFILE", "ENOMEM")

# A call as the programs make it, and as the kernel sees it, which the processor decides.
NAMES: Dict[str, Tuple[str, ...]] = {
    "open": ("open", "openat"),
    "socket": ("socket",),
    "select": ("select", "pselect6"),
    "read": ("read",),
    "recv": ("recv", "recvfrom"),
    "send": ("send", "sendto"),
    "accept": ("accept", "accept4"),
    "connect": ("connect",),
}


@dataclass(frozen=True)
class Target:
    """A call of a program, and the errors that must pass as if nothing had been.

    `where` stands in strace's line: the C library, too, reads files and connects.
    """

    name: str
    program: str
    call: str
    passes: Tuple[str, ...]
    where: str = ""
    serve: bool = False

    @property
    def sentence(self) -> str:
        """The test's name."""
        return f"{self.program}: if {self.name} fails, all is well or one line says why"


TARGETS = (
    Target("an open", "06_async_read", "open", (), "/dev/urandom"),
    Target("a select", "06_async_read", "select", ("EINTR",)),
    Target("a read of a file", "06_async_read", "read", AGAIN, "/dev/urandom"),
    Target("a read of a pipe", "06_async_read", "read", AGAIN, "pipe:"),
    Target("a select", "07_async_recv", "select", ("EINTR",)),
    Target("a read", "07_async_recv", "read", AGAIN, "/dev/urandom"),
    Target("a socket", "07_async_recv", "socket", (), "AF_INET"),
    Target("a connect", "07_async_recv", "connect", ("EINTR",), "AF_INET"),
    Target("a recv", "07_async_recv", "recv", AGAIN),
    Target("the server's accept", "07_async_recv", "accept", ()),
    Target("the server's send", "07_async_recv", "send", ()),
    Target("a select", "08_one_event", "select", ("EINTR",)),
    Target("a socket", "08_one_event", "socket", (), "AF_INET"),
    Target("a connect", "08_one_event", "connect", AGAIN, "AF_INET"),
    Target("an accept", "08_one_event", "accept", LATER),
    Target("a recv", "08_one_event", "recv", AGAIN),
    Target("a send", "08_one_event", "send", AGAIN),
    Target("a select under --serve", "08_one_event", "select", ("EINTR",), serve=True),
    Target("the signal's read", "08_one_event", "read", AGAIN, "signalfd", serve=True),
    Target("an accept under --serve", "08_one_event", "accept", LATER, serve=True),
    Target("a recv under --serve", "08_one_event", "recv", AGAIN, serve=True),
    Target("a send under --serve", "08_one_event", "send", AGAIN, serve=True),
)
