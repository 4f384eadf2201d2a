"""From ./learn to cmake, ctest and the programs."""

import os
import signal
import subprocess
import unittest

from project import ProjectCase


class Start(ProjectCase):
    def test_tour_builds_the_programs_and_runs_one_after_the_other(self):
        done = self.learn("tour")
        self.assertEqual(done.returncode, 0, done.stderr)
        first = done.stdout.index("$ build/bin/01_first\nthis is 01_first")
        second = done.stdout.index("$ build/bin/02_second\nthis is 02_second")
        self.assertLess(first, second)

    def test_tour_ends_at_a_program_that_fails(self):
        self.learn("tour")
        self.fake("cmake", "printf '#!/bin/sh\\nexit 7\\n' >build/bin/01_first")
        done = self.learn("tour")
        self.assertEqual(done.returncode, 1)
        self.assertIn("01_first ended with 7.", done.stderr)
        self.assertNotIn("this is 02_second", done.stdout)

    def test_every_command_that_runs_was_printed_before(self):
        shown = self.learn("test").stdout
        for line in self.called():
            self.assertIn(f"$ {line}\n", shown)

    def test_run_hands_its_words_and_its_exit_code_over(self):
        self.learn("tour")
        self.fake("cmake", "printf '#!/bin/sh\\necho $*; exit 7\\n' >build/bin/02_second")
        done = self.learn("run", "second", "--serve", "a b")
        self.assertEqual(done.returncode, 7)
        self.assertTrue(done.stdout.endswith("--serve a b\n"), done.stdout)

    def test_a_build_folder_is_set_up_once(self):
        self.learn("test")
        self.assertIn("cmake -S . -B build", self.called()[0])
        self.learn("test")
        self.assertIn("cmake --build build", self.called()[0])

    def test_a_set_up_that_failed_is_tried_again(self):
        (self.root / "build").mkdir()
        (self.root / "build/CMakeCache.txt").touch()
        self.learn("test")
        self.assertIn("cmake -S . -B build", self.called()[0])

    def test_a_build_that_fails_is_not_tested(self):
        self.learn("tour")
        self.fake("cmake", "exit 1")
        self.called()
        done = self.learn("test")
        self.assertEqual(done.returncode, 1)
        self.assertIn("The build failed", done.stderr)
        self.assertFalse([line for line in self.called() if line.startswith("ctest")])

    def test_a_failing_test_is_the_exit_code(self):
        self.assertEqual(self.learn("test").returncode, 0)
        self.assertEqual(self.learn("test", SECOND="fail").returncode, 8)

    def test_the_tests_of_a_chapter_are_those_with_its_label(self):
        self.learn("test", "2")
        build, ctest = self.called()[-2:]
        self.assertTrue(build.endswith("--target 02_second 02_second_test"), build)
        self.assertTrue(ctest.endswith("-L ^02_second$"), ctest)

    def test_progress_is_for_a_terminal(self):
        self.learn("test")
        self.assertNotIn("--progress", self.called()[-1])
        self.on_terminal("test")
        self.assertIn("--progress", self.called()[-1])

    def test_learn_alone_knows_what_was_built_and_passed_and_what_is_next(self):
        self.assertIn("Next: ./learn tour", self.learn().stdout)
        self.learn("tour")
        self.assertIn("Next: ./learn test", self.learn().stdout)
        self.learn("test", SECOND="fail")
        shown = self.learn().stdout
        self.assertRegex(shown, "01_first +1 test passed")
        self.assertRegex(shown, "02_second +1 of 1 test failed")
        self.assertIn("Next: ./learn test 02", shown)

    def test_a_result_is_old_when_something_below_has_changed(self):
        self.learn("test")
        later = os.stat(self.root / "build/Testing/results.json").st_mtime + 10
        os.utime(self.root / "chapters/02_second/run.hpp", (later, later))
        shown = self.learn().stdout
        self.assertRegex(shown, "01_first +1 test passed")
        self.assertRegex(shown, "02_second +changed since")
        os.utime(self.root / "chapters/02_second/run.hpp", (0, 0))
        os.utime(self.root / "chapters/01_first/run.hpp", (later, later))
        shown = self.learn().stdout
        self.assertRegex(shown, "01_first +changed since")
        self.assertRegex(shown, "02_second +changed since")

    def test_ctrl_c_ends_with_130_and_no_traceback(self):
        self.fake("cmake", "echo ready; read -r nothing")
        ours, theirs = os.pipe()
        process = subprocess.Popen(
            [self.root / "learn", "tour"],
            env=self.environment(),
            stdin=ours,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        while process.stdout.readline() != "ready\n":
            pass
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=50)
        os.close(theirs)
        self.assertEqual((process.returncode, errors), (130, ""))


if __name__ == "__main__":
    unittest.main()
