#include <doctest/doctest.h>

#include <chrono>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"
#include "program.hpp"

#include EXERCISE

using exercise::Clock;
using exercise::program;

TEST_CASE("What is printed up to the first event") {
  INFO("the program, until it has printed one event");
  const auto printed = ch01::printed([] { program([] { return false; }); });
  CHECK(common::compared(exercise::first_lines, printed, "first_lines") ==
        "as predicted");
}

TEST_CASE("What is printed in all") {
  INFO("the program, to its end");
  const auto printed = ch01::printed([] { program([] { return true; }); });
  CHECK(common::compared(exercise::all_lines, printed, "all_lines") == "as predicted");
}

TEST_CASE("How many seconds pass") {
  INFO("the program, to its end");
  if (exercise::seconds < 0)
    throw common::Unwritten("write down how many seconds pass");
  const Clock::time_point start = Clock::now();
  ch01::printed([] { program([] { return true; }); });
  const auto passed =
      std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - start);
  CHECK(exercise::seconds == passed.count());
}
