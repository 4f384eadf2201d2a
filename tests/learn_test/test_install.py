"""What happens when something is missing."""

import os
import shutil
import unittest

from project import ProjectCase

NEEDS = """
# a comment
build  sh                     have-it        have-it  have-it  have-it  have-it
build  no-such-tool|nor-this  deb-one,deb-2  rpm      arch     alpine   homebrew
build  no/such/header.h       deb-dev        -        arch-h   alp-dev  -
test   no-such-test-tool      deb-test       rpm-t    arch-t   alp-t    homebrew-t
"""
APT = "apt-get update && apt-get install -y --no-install-recommends deb-one deb-2 deb-dev"


class Install(ProjectCase):
    def setUp(self) -> None:
        super().setUp()
        self.write("tests/learn/needs.txt", NEEDS)
        # Only these tools: which package manager there is, the test says.
        for name in ("sh", "python3", "dirname", "sed", "tr", "diff", "env"):
            os.symlink(shutil.which(name), self.tools / name)

    def environment(self, **more: str):
        return {**super().environment(**more), "PATH": str(self.tools)}

    def have(self, manager: str, user: int, sudo: bool = False) -> None:
        """A machine with this package manager, and this user."""
        self.fake(manager)
        self.fake("id", f"echo {user}")
        if sudo:
            self.fake("sudo")

    def installing(self):
        """How apt-get was called."""
        return [line for line in self.called() if line.startswith("apt-get")]

    def test_root_installs_at_once(self):
        self.have("apt-get", user=0)
        done = self.learn("run", "1")
        self.assertIn("Missing here: no-such-tool or nor-this, no/such/header.h\n", done.stderr)
        self.assertEqual(
            self.installing(),
            [f"apt-get {step.strip()[8:]}" for step in APT.split("&&")],
        )

    def test_what_cannot_be_installed_ends_the_command(self):
        self.have("apt-get", user=0)
        self.fake("apt-get", "[ $1 != update ] || exit 100")
        done = self.learn("tour")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(self.installing(), ["apt-get update"])

    def test_sudo_without_a_terminal_is_told_what_to_type(self):
        self.have("apt-get", user=1000, sudo=True)
        done = self.learn("tour")
        self.assertEqual(done.returncode, 1)
        self.assertIn("    sudo " + APT.replace("&& ", "&& sudo ") + "\n", done.stderr)
        self.assertNotIn("Do it now?", done.stderr)
        self.assertNotIn("sudo", "".join(self.called()))

    def test_without_sudo_it_is_root_who_has_to_type(self):
        self.have("apt-get", user=1000)
        done = self.learn("tour")
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"To install what is missing, as root, type:\n\n    {APT}\n", done.stderr)

    def test_sudo_on_a_terminal_is_asked(self):
        self.have("apt-get", user=1000, sudo=True)
        seen = self.on_terminal("tour", answer="n\n")
        self.assertIn("Do it now? [y/N]", seen)
        self.assertNotIn("sudo", "".join(self.called()))
        self.on_terminal("tour", answer="y\n")
        self.assertIn("sudo apt-get update", self.called())

    def test_one_question_is_enough_for_what_is_needed_and_what_is_wanted(self):
        self.have("apt-get", user=1000, sudo=True)
        seen = self.on_terminal("test", answer="n\n")
        self.assertIn("deb-dev deb-test", seen)
        self.assertEqual(seen.count("Do it now?"), 1)

    def test_it_goes_on_without_what_is_only_wanted(self):
        self.write("tests/learn/needs.txt", NEEDS.splitlines()[-1] + "\n")
        self.have("apt-get", user=1000)
        for name in ("mkdir", "cat", "chmod"):
            os.symlink(shutil.which(name), self.tools / name)
        done = self.learn("test")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Going on without", done.stderr)

    def test_the_other_package_managers_are_named_with_the_command(self):
        for manager, command in (
            ("brew", "brew install homebrew"),
            ("apk", "apk add alpine alp-dev"),
            ("pacman", "pacman -S --needed arch arch-h"),
            ("dnf", "dnf install rpm"),
        ):
            self.have(manager, user=0)  # the later one comes first
            done = self.learn("tour")
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"    {command}\n", done.stderr)

    def test_an_unknown_system_is_told_what_is_missing(self):
        self.fake("id", "echo 0")
        done = self.learn("tour")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Missing here: no-such-tool or nor-this, no/such/header.h\n", done.stderr)

    def test_without_python_the_start_installs_it_with_the_rest(self):
        self.write("tests/learn/needs.txt", "python python3 the-python - - - -\n" + NEEDS)
        self.have("apt-get", user=0)
        (self.tools / "python3").unlink()
        self.learn("test")
        last = self.called()[-1]
        self.assertTrue(last.endswith("the-python deb-one deb-2 deb-dev deb-test"), last)


if __name__ == "__main__":
    unittest.main()
