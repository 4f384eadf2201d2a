#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"
#include "program.hpp"

#include EXERCISE

TEST_CASE("Who wakes when, and who is first of those who wake together") {
  const auto printed = ch01::printed(exercise::ties);
  INFO("ties()");
  CHECK(common::compared(exercise::ties_lines, printed, "ties_lines") ==
        "as predicted");
}

TEST_CASE("Who wakes when if somebody works for three seconds") {
  const auto printed = ch01::printed(exercise::busy);
  INFO("busy()");
  CHECK(common::compared(exercise::busy_lines, printed, "busy_lines") ==
        "as predicted");
}

TEST_CASE("How many steps the loop takes") {
  if (exercise::ties_steps < 0)
    throw common::Unwritten("write down how many steps it takes");
  const std::string printed = ch01::printed(exercise::ties);
  INFO("ties(), and every next() counted, the last one of each coroutine, too");
  CHECK(exercise::ties_steps == 3 + std::ranges::count(printed, '\n'));
}
