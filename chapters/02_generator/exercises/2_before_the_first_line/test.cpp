#include <doctest/doctest.h>

#include <optional>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"
#include "program.hpp"

#include EXERCISE

using ch01::printed;
using common::compared;
using Visit = std::optional<ch02::Generator<int>>;

TEST_CASE("The call makes a frame, and runs nothing in it") {
  INFO("the call");
  Visit visit;
  const auto text = printed([&] { visit.emplace(exercise::called()); });
  CHECK(compared(exercise::at_the_call, text, "at_the_call") == "as predicted");
  printed([&] { visit.reset(); });
}

TEST_CASE("The first next() runs from the first line to the first yield") {
  INFO("the call, next()");
  Visit visit(exercise::called());
  const auto text = printed([&] { visit->next(); });
  CHECK(compared(exercise::at_the_first_next, text, "at_the_first_next") ==
        "as predicted");
  printed([&] { visit.reset(); });
}

TEST_CASE("close() runs no line more, but the destructors of what is there") {
  INFO("the call, next(), close()");
  Visit visit;
  printed([&] { visit.emplace(exercise::asked(1)); });
  const auto text = printed([&] { visit->close(); });
  CHECK(compared(exercise::at_close, text, "at_close") == "as predicted");
}

TEST_CASE("A body that ends lets go of its locals, the last one first") {
  INFO("the call, next(), next(), next()");
  Visit visit;
  printed([&] { visit.emplace(exercise::asked(2)); });
  const auto text = printed([&] { visit->next(); });
  CHECK(compared(exercise::at_the_end, text, "at_the_end") == "as predicted");
  printed([&] { visit.reset(); });
}

TEST_CASE("The frame of a body that has ended goes with its generator") {
  INFO("the call, next(), next(), next(), destruction");
  Visit visit;
  printed([&] { visit.emplace(exercise::asked(3)); });
  const auto text = printed([&] { visit.reset(); });
  CHECK(compared(exercise::at_destruction, text, "at_destruction") == "as predicted");
}

TEST_CASE("A generator that was never asked has a frame to let go of, too") {
  INFO("the call, destruction");
  Visit visit(exercise::called());
  const auto text = printed([&] { visit.reset(); });
  CHECK(compared(exercise::never_asked, text, "never_asked") == "as predicted");
}
