"""python3 book/check: see check.py."""

import sys

from check import main

sys.exit(main(sys.argv[1:]))
