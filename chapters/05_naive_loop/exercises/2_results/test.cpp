#include <doctest/doctest.h>

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "common/exercise.hpp"

#include EXERCISE

using ch04::Clock;
using ch04::Seconds;
using exercise::Coroutine;
using exercise::Outcome;

namespace {

/// Sleeps for so many seconds, and returns the number.
Coroutine<int> returns(int number, int seconds) {
  co_await ch04::asleep(Seconds(seconds));
  co_return number;
}

/// Sleeps for so many seconds, and throws.
Coroutine<int> throws(std::string what, int seconds) {
  co_await ch04::asleep(Seconds(seconds));
  throw std::runtime_error(what);
}

/// What no std::exception is.
struct Oops {};

Coroutine<int> throws_oops() {
  co_await ch04::asleep(Seconds(1));
  throw Oops();
}

Coroutine<int> throws_out_of_range() {
  co_await ch04::asleep(Seconds(1));
  throw std::out_of_range("far away");
}

Coroutine<int> returns_at_once(int number) { co_return number; }

Coroutine<int> throws_at_once(std::string what) {
  throw std::runtime_error(what);
  co_return 0;
}

/// Each outcome in a word: its value, or what the exception says.
std::string told(const std::vector<Outcome>& outcomes) {
  std::vector<std::string> words;
  for (const Outcome& outcome : outcomes) {
    if (outcome.value) words.push_back(std::to_string(*outcome.value));
    if (outcome.error) {
      try {
        std::rethrow_exception(outcome.error);
      } catch (const std::exception& error) {
        words.push_back(error.what());
      }
    }
  }
  return common::listed(words);
}

template <class... Each>
std::vector<Outcome> run(Each... each) {
  std::vector<Coroutine<int>> coroutines;
  (coroutines.push_back(std::move(each)), ...);
  return exercise::run_all(std::move(coroutines));
}

}  // namespace

TEST_CASE("A coroutine's return value is its outcome") {
  INFO("one sleeps for 1 s, and returns 7");
  CHECK(told(run(returns(7, 1))) == "7");
}

TEST_CASE("Outcomes come in the order given, whoever ended first") {
  INFO("one sleeps for 3 s, two for 1 s, three for 2 s");
  CHECK(told(run(returns(1, 3), returns(2, 1), returns(3, 2))) == "1 2 3");
}

TEST_CASE("An exception is the outcome of the one that threw it") {
  INFO("one sleeps for 1 s, and throws");
  CHECK(told(run(throws("broken", 1))) == "broken");
}

TEST_CASE("When one throws, the others go on") {
  INFO("the second throws after 1 s, the others return after 2 s");
  CHECK(told(run(returns(1, 2), throws("broken", 1), returns(3, 2))) == "1 broken 3");
}

TEST_CASE("Five that sleep for a second take a second, not five") {
  INFO("five sleep for 1 s each");
  const Clock::time_point start = Clock::now();
  run(returns(1, 1), returns(2, 1), returns(3, 1), returns(4, 1), returns(5, 1));
  CHECK(Seconds(Clock::now() - start).count() == doctest::Approx(1.0));
}

TEST_CASE("The exception is the one that was thrown, whatever its type") {
  INFO("one throws a std::out_of_range, another what is no std::exception at all");
  const std::vector<Outcome> outcomes = run(throws_out_of_range(), throws_oops());
  CHECK_THROWS_AS(std::rethrow_exception(outcomes[0].error), std::out_of_range);
  CHECK_THROWS_AS(std::rethrow_exception(outcomes[1].error), Oops);
}

TEST_CASE("Who never waits has an outcome, too") {
  INFO("one returns 0 and another throws, both without awaiting anything");
  CHECK(told(run(returns_at_once(0), throws_at_once("broken"))) == "0 broken");
}
