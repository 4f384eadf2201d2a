#include <doctest/doctest.h>

#include <string>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"
#include "program.hpp"

#include EXERCISE

namespace {

/// What the driver's call of this number prints, after those before it.
std::string call(int number) {
  exercise::First first;
  std::string text;
  for (int i = 1; i <= number; ++i)
    text = ch01::printed([&] { exercise::call(first, i); });
  return text;
}

}  // namespace

using common::compared;

TEST_CASE("What is sent to a body at a yield of its own, it takes for itself") {
  INFO("next(), send(a)");
  CHECK(compared(exercise::first_call, call(1), "first_call") == "as predicted");
  CHECK(compared(exercise::second_call, call(2), "second_call") == "as predicted");
}

TEST_CASE("What is sent to a body that delegates goes to the innermost") {
  INFO("next(), send(a), send(b)");
  CHECK(compared(exercise::third_call, call(3), "third_call") == "as predicted");
}

TEST_CASE("What is thrown in goes to the innermost as well, which may catch it") {
  INFO("next(), send(a), send(b), throw_(enough)");
  CHECK(compared(exercise::fourth_call, call(4), "fourth_call") == "as predicted");
}

TEST_CASE("What the innermost raises is caught by the nearest that catches") {
  INFO("next(), send(a), send(b), throw_(enough), send(c)");
  CHECK(compared(exercise::fifth_call, call(5), "fifth_call") == "as predicted");
}

TEST_CASE("What nobody catches is raised at the driver") {
  INFO("next(), send(a), send(b), throw_(enough), send(c), throw_(enough)");
  CHECK(compared(exercise::sixth_call, call(6), "sixth_call") == "as predicted");
}
