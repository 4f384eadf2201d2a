"""Finds the command that the words name, and runs it."""

import os
import signal
import sys

if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until main() can say what Ctrl-C means

# Only the package: a module of it may be called like one of Python's own (test, trace).
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from learn.main import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
