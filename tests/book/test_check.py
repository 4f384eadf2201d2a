"""The check of the book, checked: whatever drifts in a small book goes red, at its place."""

import shutil
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "book/check"))

import check  # noqa: E402
from learn import virtual  # noqa: E402
from project import Project  # noqa: E402

BUILD = virtual.build_folder()
GREETING = '#!/bin/sh\nprintf "start\\nhello, you\\nhello, me\\nthat was all\\n"\n'


class SmallBook(unittest.TestCase):
    """A copy of fixture/ for each test, to be broken."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name).resolve() / "book"
        shutil.copytree(HERE / "fixture", self.root)
        (self.root / "build/lib").mkdir(parents=True)
        shutil.copy(BUILD / "lib/libvirtual_time.so", self.root / "build/lib")
        self.program(GREETING)

    def program(self, text):
        """Puts a program where the build of the chapter's would be."""
        path = self.root / "build/bin/01_greeting"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def read(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def change(self, name, old, new):
        """Replaces words that stand once in a file; the line that they stand in."""
        text = self.read(name)
        self.assertEqual(text.count(old), 1, f"{old!r} in {name}")
        (self.root / name).write_text(text.replace(old, new), encoding="utf-8")
        return text[:text.index(old)].count("\n") + 1

    def place(self, name, words):
        """file:line of the words that stand once in a file."""
        text = self.read(name)
        self.assertEqual(text.count(words), 1, f"{words!r} in {name}")
        return f"{name}:{text[:text.index(words)].count(chr(10)) + 1}"

    def problems(self):
        """What the check says, as lines."""
        project = Project(self.root, self.root / "build")
        return [f"{project.name(each.path)}:{each.line}: {each.message}"
                for each in check.all_problems(project, Counter())]

    def assert_red(self, place, words):
        """One problem there, and no other."""
        found = self.problems()
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{place}: "), found[0])
        self.assertIn(words, found[0])

    def mend(self):
        project = Project(self.root, self.root / "build")
        problems = check.all_problems(project, Counter())
        check.mend(project, problems, say=lambda line: None)


class WhatDrifts(SmallBook):
    """One change each, and where the check says it is."""

    def test_a_true_book_is_green(self):
        self.assertEqual(self.problems(), [])

    def test_a_line_of_code_that_changes(self):
        self.change("chapters/01_greeting/greeting.hpp", "  return said;", "  return name;")
        self.change("chapters/02_echo/greeting.hpp", "  return said;", "  return name;")
        found = self.problems()
        self.assertEqual(len(found), 2, found)
        self.assertEqual(found[0], self.place("book/01_greeting.md", "return said;") + ": not (any "
                         "more) in chapters/01_greeting/greeting.hpp: return said;")
        self.assertIn(self.place("book/02_echo.md", "return said;") + ": not in the difference",
                      found[1])

    def test_a_listing_that_changes(self):
        line = self.change("book/01_greeting.md", "time.sleep(3600)", "time.sleep(360)")
        self.assert_red(f"book/01_greeting.md:{line}", "book/programs/01_late.py")

    def test_a_listing_inside_a_list(self):
        line = self.change("book/01_greeting.md", '{"you", "me"}', '{"you", "they"}')
        self.assert_red(f"book/01_greeting.md:{line}", "chapters/01_greeting/main.cpp")

    def test_a_listing_of_two_places_at_once(self):
        self.change("book/01_greeting.md", "  return said;\n", "")
        self.assert_red("book/01_greeting.md:11", "not (any more)")

    def test_a_listing_longer_than_30_lines(self):
        more = "".join(f"print({number})\n" for number in range(30))
        with (self.root / "book/programs/01_late.py").open("a", encoding="utf-8") as file:
            file.write(more)
        self.change("book/01_greeting.md", "time.monotonic() - start)\n",
                    "time.monotonic() - start)\n" + more)
        self.assert_red(self.place("book/01_greeting.md", "```python"), "a listing of 32 lines")

    def test_a_file_that_is_gone(self):
        (self.root / "book/programs/01_late.py").unlink()
        place = self.place("book/01_greeting.md", "**[programs/01_late.py]")
        self.assertIn(f"{place}: there is no book/programs/01_late.py", self.problems())

    def test_a_program_that_prints_something_else(self):
        self.program(GREETING.replace("that was all", "and so on"))
        self.assert_red(self.place("book/01_greeting.md", "that was all\n```\n"),
                        "not printed (any more): that was all")

    def test_a_program_that_prints_in_another_order(self):
        self.program('#!/bin/sh\necho "that was all"\necho "hello, you"\n')
        self.assert_red(self.place("book/01_greeting.md", "that was all\n```\n"), "not printed")

    def test_a_program_that_is_not_built(self):
        (self.root / "build/bin/01_greeting").unlink()
        place = self.place("book/01_greeting.md", "**Output of [01_greeting](../chapters"
                           "/01_greeting/main.cpp)**\n")
        self.assert_red(place, "build the target 01_greeting first")

    def test_an_output_that_changes(self):
        line = self.change("book/01_greeting.md", "an hour later: 3600.0", "an hour later: 1.0")
        self.assert_red(f"book/01_greeting.md:{line}", "not printed")

    def test_the_output_of_a_command_that_changes(self):
        self.change("learn", "greetings: 2", "greetings: two 2")
        self.change("book/facts.json", "greetings: ", "greetings: two ")
        self.assert_red(self.place("book/01_greeting.md", "greetings: 2"), "not printed (any more): greetings: 2")

    def test_a_difference_that_changes(self):
        line = self.change("book/02_echo.md", '+  said += ", " + name;', "+  said += name;")
        self.assert_red(f"book/02_echo.md:{line}", "not in the difference")

    def test_a_difference_that_hides_a_changed_line(self):
        self.change("book/02_echo.md", '+  said += ", " + name;\n', "")
        self.assert_red(self.place("book/02_echo.md", "return said;"), "not in the difference")

    def test_a_number_in_the_prose(self):
        line = self.change("book/01_greeting.md", "greets 2 people", "greets 3 people")
        self.assert_red(f"book/01_greeting.md:{line}", "is now “It greets 2 people”")

    def test_a_number_that_a_run_no_longer_gives(self):
        self.change("learn", "greetings: 2", "greetings: many")
        self.assertIn("book/facts.json:4: nothing there matches greetings: (\\d+)",
                      self.problems())

    def test_a_sentence_that_is_gone(self):
        self.change("book/01_greeting.md", "It greets 2 people", "It greets")
        self.assert_red("book/facts.json:4", "does not say: It greets 2 people")

    def test_a_figure_that_is_gone(self):
        (self.root / "book/figures/01_greeting.svg").unlink()
        self.assert_red(self.place("book/01_greeting.md", "![Two"), "there is no book/figures/01_greeting.svg")

    def test_a_figure_that_shows_something_else(self):
        self.change("book/figures/01_greeting.svg", "Two lanes", "Three lanes")
        self.assert_red(self.place("book/01_greeting.md", "![Two"), "is: Three lanes: you, and then")

    def test_a_figure_that_would_be_drawn_differently_today(self):
        (self.root / "book/tools").mkdir()
        (self.root / "book/tools/figures.py").write_text(
            "import sys\nprint('01_greeting.svg is not current')\nsys.exit(1)\n", encoding="utf-8")
        self.assert_red("book/tools/figures.py:1", "01_greeting.svg is not current")

    def test_a_figure_without_words(self):
        line = self.change("book/01_greeting.md", "![Two lanes: you, and then me.]", "![]")
        self.assertIn(f"book/01_greeting.md:{line}: the image figures/01_greeting.svg has no alt "
                      "text", self.problems())

    def test_a_claim_that_no_test_makes(self):
        line = self.change("book/01_greeting.md", "holds the name.", "holds a name.")
        self.assert_red(f"book/01_greeting.md:{line}", "01_greeting has no test case")

    def test_a_test_that_is_renamed(self):
        self.change("chapters/02_echo/test.cpp", "says it twice", "says it three times")
        self.assert_red(self.place("book/02_echo.md", "- An echo"), "An echo says it twice")

    def test_an_exercise_that_changes(self):
        line = int(self.place("book/01_greeting.md", "What does it say").split(":")[1])
        self.change("chapters/01_greeting/exercises/1_farewell/exercise.json", "What does", "Does")
        self.assert_red(f"book/01_greeting.md:{line}", "the exercises read otherwise now")

    def test_a_hint_that_changes(self):
        self.change("chapters/01_greeting/exercises/1_farewell/hints.md", "Run it", "Ask it")
        self.assert_red(self.place("book/01_greeting.md", "Run it"), "the exercises read otherwise")

    def test_a_line_of_code_more_in_the_table(self):
        self.change("chapters/02_echo/main.cpp", "#include <cstdio>\n",
                    "#include <cstdio>\n#include <string>\n")
        found = self.problems()
        self.assertEqual(found, [
            "README.md:8: 02_echo: Lines is 13, not 12",
            "book/README.md:8: 02_echo: Lines is 13, not 12, + is 6, not 5"])

    def test_comments_and_blank_lines_and_tests_do_not_count(self):
        self.change("chapters/02_echo/main.cpp", "#include <cstdio>\n",
                    "#include <cstdio>\n\n// Nothing.\n/* Nothing\n   either. */\n")
        self.change("chapters/02_echo/test.cpp", "{}", "{\n  int more;\n}")
        (self.root / "chapters/02_echo/more_test.hpp").write_text("int more;\n", encoding="utf-8")
        self.assertEqual(self.problems(), [])

    def test_a_chapter_that_the_table_forgets(self):
        (self.root / "chapters/03_more").mkdir()
        self.assertIn("README.md:5: the table has no row for 03_more", self.problems())

    def test_a_table_of_lines_under_a_misspelled_line(self):
        self.change("README.md", "Lines of code, counted", "Lines of code counted")
        self.assertIn("README.md:5: the line above this table must read: Lines of code, counted "
                      "without blank lines, comments and tests:", self.problems())

    def test_a_benchmark_without_its_machine(self):
        self.change("book/README.md", ", a machine with 2 cores,", "")
        self.assert_red("book/README.md:10", "must read: Measured on")

    def test_a_benchmark_on_a_day_that_never_was(self):
        self.change("book/README.md", "2026-01-31", "2026-02-31")
        self.assert_red("book/README.md:10", "2026-02-31 is no day")

    def test_a_benchmark_that_does_not_say_where_it_comes_from(self):
        self.change("book/README.md", "Measured on", "Taken on")
        self.assert_red("book/README.md:12", "a table of times needs the line")

    def test_a_benchmark_with_a_word_for_a_number(self):
        self.change("book/README.md", "| 3,100 ns |", "| slow |")
        self.assert_red("book/README.md:15", "not a number: slow")

    def test_a_page_that_is_missing(self):
        (self.root / "README.md").unlink()
        self.assert_red("README.md:1", "there is no such page")


class WhereLinksLead(SmallBook):
    """Files, headings, and what a code host would not show."""

    def test_a_file_that_is_renamed(self):
        (self.root / "book/02_echo.md").rename(self.root / "book/02_echoes.md")
        found = "\n".join(self.problems())
        self.assertIn("book/01_greeting.md:4: there is no book/02_echo.md", found)
        self.assertIn("book/README.md:8: there is no book/02_echo.md", found)
        self.assertIn("README.md:8: there is no book/02_echo.md", found)

    def test_a_heading_of_the_same_page_that_is_renamed(self):
        self.change("book/01_greeting.md", "What really happens: the", "What happens: the")
        self.assert_red("book/01_greeting.md:3",
                        "has no heading #what-really-happens-the-co_await-of-it")

    def test_a_heading_of_another_page_that_is_renamed(self):
        self.change("book/01_greeting.md", "02_echo.md#exercises", "02_echo.md#tasks")
        self.assert_red("book/01_greeting.md:4", "book/02_echo.md has no heading #tasks")

    def test_the_second_heading_of_a_name_has_a_number(self):
        (self.root / "book/extra.md").write_text(
            "# Extra\n\n## Twice\n\n## Twice\n\n[first](#twice), [second](#twice-1), "
            "[third](#twice-2)\n", encoding="utf-8")
        self.assert_red("book/extra.md:7", "no heading #twice-2")

    def test_a_link_out_of_the_repository(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\n[x](../../elsewhere)\n")
        self.assert_red("book/02_echo.md:3", "leaves the repository")

    def test_a_link_from_the_root_of_a_site(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\n[x](/README.md)\n")
        self.assert_red("book/02_echo.md:3", "use a relative link")

    def test_an_absolute_link_to_this_repository(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\n[ours]"
                    "(https://code.example/somebody/book/blob/main/chapters/02_echo/main.cpp), "
                    "[theirs](https://code.example/python/cpython/blob/main/Lib/types.py)\n")
        self.assert_red("book/02_echo.md:3", "leads to this repository")

    def test_a_link_to_a_line_of_code(self):
        self.change("book/02_echo.md", "# 2. An echo\n",
                    "# 2. An echo\n\n[x](../chapters/02_echo/main.cpp#L3)\n")
        self.assert_red("book/02_echo.md:3", "it would drift")

    def test_links_in_other_forms(self):
        for form in ("[a][b]\n\n[b]: nowhere.md", '<a href="nowhere.md">a</a>', "[a]: nowhere.md",
                     "[![alt](figures/01_greeting.svg)](nowhere.md)", "![alt](nowhere.md)",
                     "[a\nb](nowhere.md)", '[a](nowhere.md "title")', "[`a`](nowhere.md)"):
            with self.subTest(form=form):
                (self.root / "book/extra.md").write_text(f"# Extra\n\n{form}\n", encoding="utf-8")
                self.assertIn("there is no book/nowhere.md", "\n".join(self.problems()))

    def test_a_reference_that_is_not_defined(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\n[a][b]\n")
        self.assert_red("book/02_echo.md:3", "a link that leads nowhere")

    def test_what_looks_like_a_link_in_code_is_none(self):
        self.change("book/02_echo.md", "# 2. An echo\n",
                    "# 2. An echo\n\n`[this](nowhere)` and `<int>`\n\n```\n[a](nowhere)\n```\n")
        self.assertEqual(self.problems(), [])

    def test_a_template_that_would_be_taken_for_html(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\nA Task<int> waits.\n")
        self.assert_red("book/02_echo.md:3", "<int> would be taken for HTML")

    def test_a_hidden_comment(self):
        self.change("book/02_echo.md", "# 2. An echo\n", "# 2. An echo\n\n<!-- later -->\n")
        self.assert_red("book/02_echo.md:3", "a hidden comment")


class NothingGoesUnguarded(SmallBook):
    """A caption that is misspelled, or missing, is itself a problem."""

    def test_misspelled_captions(self):
        for old, new in (
                ("**[01_greeting/greeting.hpp](../", "**01_greeting/greeting.hpp**: [it](../"),
                ("**[01_greeting/greeting.hpp](../", "*[01_greeting/greeting.hpp](../"),
                ("**[programs/01_late.py](programs/01_late.py)**\n\n`", "\n\n`"),
                ("**Output of `./learn greet`**", "**Output of ./learn greet**"),
                ("**Output of `./learn greet`**", "**Output of**"),
                ("**Output of `./learn greet`**", "Output of `./learn greet`"),
                ("**Output of `./learn greet`**", "**Output of `./lern greet`**"),
                ("**Output of [programs/01_late.py]", "**Outputs of [programs/01_late.py]"),
                ("**Output of [programs/01_late.py]", "**Output of [programs/01_lat.py]"),
                ("**[programs/01_late.py](programs/01_late.py)**\n\n`",
                 "**[programs/01_late.py](programs/01_late.py)**\n\nWords.\n\n`")):
            with self.subTest(caption=new):
                before = self.read("book/01_greeting.md")
                self.change("book/01_greeting.md", old, new)
                self.assertNotEqual(self.problems(), [])
                (self.root / "book/01_greeting.md").write_text(before, encoding="utf-8")

    def test_a_misspelled_arrow(self):
        self.change("book/02_echo.md", " → ", " -> ")
        self.assertIn("not a caption", "\n".join(self.problems()))

    def test_a_caption_that_names_one_file_and_links_another(self):
        self.change("book/01_greeting.md", "**[01_greeting/main.cpp]", "**[01_greeting/test.cpp]")
        self.assert_red("book/01_greeting.md:17", "the caption says 01_greeting/test.cpp")

    def test_misspelled_languages(self):
        for old, new in (("```cpp\ninline", "```c++\ninline"), ("```cpp\ninline", "```\ninline"),
                         ("```text\ngreetings", "```\ngreetings"),
                         ("```python\n", "```text\n"), ("```sh\n./learn", "```bash\n./learn")):
            with self.subTest(language=new):
                before = self.read("book/01_greeting.md")
                line = self.change("book/01_greeting.md", old, new)
                self.assert_red(f"book/01_greeting.md:{line}", "block")
                (self.root / "book/01_greeting.md").write_text(before, encoding="utf-8")

    def test_code_without_a_caption(self):
        for code in ("```cpp\nint x;\n```", "```\nint x;\n```", "```\ndef f():\n    pass\n```",
                     "~~~python\nx = 1\n~~~", "> ```cpp\n> int x;\n> ```", "```cpp\nint x;",
                     "<pre>\nint x;\n</pre>"):
            with self.subTest(code=code):
                (self.root / "book/extra.md").write_text(f"# Extra\n\n{code}\n", encoding="utf-8")
                self.assertIn("book/extra.md:3: ", "\n".join(self.problems()))

    def test_a_picture_may_quote_code(self):
        self.change("book/01_greeting.md", "you ──► me", "int x;\n    └── a name")
        self.assertEqual(self.problems(), [])

    def test_an_empty_block(self):
        for old in ("greetings: 2\n", "an hour later: 3600.0\n"):
            with self.subTest(text=old):
                before = self.read("book/01_greeting.md")
                self.change("book/01_greeting.md", old, "")
                self.assertIn("an empty block", "\n".join(self.problems()))
                (self.root / "book/01_greeting.md").write_text(before, encoding="utf-8")

    def test_a_block_of_nothing_but_left_out_lines(self):
        self.change("book/01_greeting.md", "greetings: 2\n", "…\n")
        self.assert_red(self.place("book/01_greeting.md", "```text\n…"), "an empty block")

    def test_misspelled_headings(self):
        for heading in ("What you can now say", "Exercises"):
            with self.subTest(heading=heading):
                before = self.read("book/02_echo.md")
                self.change("book/02_echo.md", heading, heading.lower())
                self.assertIn(heading, "\n".join(self.problems()))
                (self.root / "book/02_echo.md").write_text(before, encoding="utf-8")

    def test_an_output_of_another_compiler_is_told_not_hidden(self):
        counts = Counter()
        check.all_problems(Project(self.root, self.root / "build"), counts)
        self.assertEqual(counts["outputs not compared, for want of clang 99"], 1)
        self.assertEqual(counts["outputs"], 3)


class WhatIsMended(SmallBook):
    """--mend writes what a machine can tell, and leaves the book true."""

    def assert_mended(self):
        self.assertNotEqual(self.problems(), [])
        self.mend()
        self.assertEqual(self.problems(), [])

    def test_a_listing_whose_ends_still_stand(self):
        self.change("chapters/01_greeting/greeting.hpp", "  return said;",
                    "  said += '.';\n  return said;")
        self.assert_mended()
        self.assertIn("  said += '.';\n  return said;\n}\n```", self.read("book/01_greeting.md"))

    def test_a_listing_inside_a_list_keeps_its_place(self):
        self.change("chapters/01_greeting/main.cpp", '  std::puts("that was all");',
                    '  std::puts("and");\n  std::puts("that was all");')
        self.assert_mended()
        self.assertIn('me"}) std::puts(greeting(name).c_str());\n  std::puts("and");\n'
                      '  std::puts("that was all");\n  ```\n', self.read("book/01_greeting.md"))

    def test_a_listing_that_is_nowhere_is_left_alone(self):
        self.change("book/01_greeting.md", "time.sleep(3600)", "time.sleep(1)")
        before = self.read("book/01_greeting.md")
        self.mend()
        self.assertEqual(self.read("book/01_greeting.md"), before)

    def test_an_output(self):
        self.program(GREETING.replace("that was all", "that was it"))
        self.assert_mended()
        self.assertIn("hello, you\n…\nthat was it\n```", self.read("book/01_greeting.md"))

    def test_an_output_that_is_still_to_come(self):
        self.change("book/01_greeting.md", "hello, you\n…\nthat was all\n", "")
        self.assert_mended()
        self.assertIn("start\nhello, you\nhello, me\nthat was all\n```",
                      self.read("book/01_greeting.md"))

    def test_a_difference(self):
        self.change("chapters/02_echo/greeting.hpp", '", " + name', '" and " + name')
        self.assert_mended()
        self.assertIn('+  said += " and " + name;\n', self.read("book/02_echo.md"))

    def test_claims_that_are_still_to_come(self):
        self.change("book/02_echo.md", "- An echo says it twice.", "Claims.")
        self.assert_mended()
        self.assertIn("say\n\n- An echo says it twice\n\n## E", self.read("book/02_echo.md"))

    def test_exercises(self):
        self.change("chapters/01_greeting/exercises/1_farewell/exercise.json", "A farewell", "Bye")
        self.assert_mended()
        self.assertIn("### 1.1 Bye\n", self.read("book/01_greeting.md"))

    def test_the_tables_and_a_number_in_the_prose(self):
        self.change("chapters/02_echo/main.cpp", "#include <cstdio>\n",
                    "#include <cstdio>\n#include <string>\n")
        self.change("book/01_greeting.md", "It greets 2 people", "It greets 7\npeople")
        self.assert_mended()
        self.assertIn("in `chapters/02_echo` | 13 |\n", self.read("README.md"))
        self.assertIn("It greets 2\npeople", self.read("book/01_greeting.md"))


if __name__ == "__main__":
    unittest.main()
