"""Programs under virtual time, with sanitizers or without."""

import sys
import time
import unittest

from learn import virtual


class Virtual(unittest.TestCase):
    def test_a_chapter_that_sleeps_ends_at_once_and_prints_exact_times(self):
        start = time.monotonic()
        done = virtual.run([virtual.program("05_naive_loop")])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("coroutine 4 step 5 at 0.40\n", done.stdout)
        self.assertLess(time.monotonic() - start, 0.4)

    def test_python_sleeps_in_virtual_time_too(self):
        program = "import time; start = time.time(); time.sleep(1000); print(time.time() - start)"
        done = virtual.run([sys.executable, "-c", program])
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "1000.0\n", ""))


if __name__ == "__main__":
    unittest.main()
