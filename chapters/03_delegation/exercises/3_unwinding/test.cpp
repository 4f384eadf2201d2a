#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"
#include "program.hpp"

#include EXERCISE

using ch01::printed;
using common::compared;
using exercise::interrupt;
using exercise::tell;

namespace {

/// The outermost of the three, asked so many times; what that prints is dropped.
exercise::Generator<int> asked(int times) {
  auto generator = exercise::outer();
  printed([&] {
    for (int i = 0; i < times; ++i) generator.next();
  });
  return generator;
}

}  // namespace

TEST_CASE("An exception unwinds every level on its way, and then it is caught") {
  INFO("outer() asked three times: the third");
  auto generator = asked(2);
  const std::string text = printed([&] { tell(generator.next()); });
  CHECK(compared(exercise::of_its_own, text, "of_its_own") == "as predicted");
  printed([&] { generator.close(); });
}

TEST_CASE("A body that has caught an exception ends as if there had been none") {
  INFO("outer() asked four times: the fourth");
  auto generator = asked(3);
  const std::string text = printed([&] { tell(generator.next()); });
  CHECK(compared(exercise::afterwards, text, "afterwards") == "as predicted");
}

TEST_CASE("What is thrown in unwinds from the place where the innermost stands") {
  INFO("outer() asked once; a runtime_error thrown in");
  auto generator = asked(1);
  const std::string text =
      printed([&] { interrupt(generator, std::runtime_error("enough")); });
  CHECK(compared(exercise::thrown_in, text, "thrown_in") == "as predicted");
  printed([&] { generator.close(); });
}

TEST_CASE("What no level catches unwinds all of them before it reaches the driver") {
  INFO("outer() asked once; a logic_error thrown in");
  auto generator = asked(1);
  const std::string text =
      printed([&] { interrupt(generator, std::logic_error("no reason")); });
  CHECK(compared(exercise::uncaught, text, "uncaught") == "as predicted");
}

TEST_CASE("close() unwinds from the innermost outwards, and is no exception") {
  INFO("outer() asked twice, close()");
  auto generator = asked(2);
  const std::string text = printed([&] { generator.close(); });
  CHECK(compared(exercise::closed, text, "closed") == "as predicted");
}
