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
  CHECK(told(run(returns(7, 1))) == "7");
}

TEST_CASE("Outcomes come in the order given, whoever ended first") {
  INFO("one sleeps for 3 s, two for 1 s, three for 2 s");
  CHECK(told(run(returns(1, 3), returns(2, 1), returns(3, 2))) == "1 2 3");
}

TEST_CASE("An exception is the outcome of the one that threw it") {
  CHECK(told(run(throws("broken", 1))) == "broken");
}

TEST_CASE("When one throws, the others go on") {
  INFO("the second throws after 1 s, the others return after 2 s");
  CHECK(told(run(returns(1, 2), throws("broken", 1), returns(3, 2))) == "1 broken 3");
}

TEST_CASE("Five that sleep for a second take a second, not five") {
  const Clock::time_point start = Clock::now();
  run(returns(1, 1), returns(2, 1), returns(3, 1), returns(4, 1), returns(5, 1));
  CHECK(Seconds(Clock::now() - start).count() == doctest::Approx(1.0));
}
