#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::AsyncSleep;
using exercise::Clock;
using exercise::Coroutine;

namespace {

/// Sleeps until a moment, and writes down who woke, and whether it was late.
Coroutine<> sleeper(std::vector<std::string>* log, std::string name,
                    Clock::time_point until) {
  co_await AsyncSleep(until);
  const bool late = Clock::now() != until;
  log->push_back(name + (late ? " late" : ""));
}

/// Sleeps until these seconds after the start, one after the other.
Coroutine<> wakes(std::vector<std::string>* log, std::string name,
                  Clock::time_point start, std::vector<int> seconds) {
  for (int second : seconds) {
    co_await AsyncSleep(start + std::chrono::seconds(second));
    log->push_back(name);
  }
}

/// Runs sleepers with these deadlines, in seconds from now; gives who woke.
std::string woken(std::vector<std::pair<std::string, double>> sleepers) {
  std::vector<std::string> log;
  std::vector<Coroutine<>> coroutines;
  const Clock::time_point start = Clock::now();
  for (const auto& [name, seconds] : sleepers) {
    const ch04::Seconds until(seconds);
    coroutines.push_back(sleeper(
        &log, name, start + std::chrono::duration_cast<Clock::duration>(until)));
  }
  exercise::run(std::move(coroutines));
  return common::listed(log);
}

}  // namespace

TEST_CASE("Sleepers wake in the order of their deadlines") {
  CHECK(woken({{"c", 3}, {"a", 1}, {"b", 2}}) == "a b c");
}

TEST_CASE("Three sleepers with one deadline all wake") {
  CHECK(woken({{"a", 1}, {"b", 1}, {"c", 1}}).size() >= 5);
}

TEST_CASE("Equal deadlines are served in the order in which they were asked for") {
  CHECK(woken({{"c", 2}, {"a", 1}, {"d", 2}, {"b", 1}}) == "a b c d");
}

TEST_CASE("A sleeper wakes at its own deadline") {
  CHECK(woken({{"a", 1}, {"b", 1}, {"c", 1.5}, {"d", 1.5}}) == "a b c d");
}

TEST_CASE("Who sleeps again, until a time that is over, is not lost") {
  INFO("a and b sleep until second 2, a then until 1 and 2, b until 2 and 3");
  std::vector<std::string> log;
  std::vector<Coroutine<>> coroutines;
  const Clock::time_point start = Clock::now();
  coroutines.push_back(wakes(&log, "a", start, {2, 1, 2}));
  coroutines.push_back(wakes(&log, "b", start, {2, 2, 3}));
  exercise::run(std::move(coroutines));
  CHECK(common::listed(log) == "a a b a b b");
}
