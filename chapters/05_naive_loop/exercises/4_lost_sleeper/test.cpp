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

/// Sleeps until a moment, and writes down who woke, and how many tenths of a second
/// late.
Coroutine<> sleeper(std::vector<std::string>* log, std::string name,
                    Clock::time_point until) {
  co_await AsyncSleep(until);
  const auto late = std::chrono::round<std::chrono::milliseconds>(Clock::now() - until);
  log->push_back(name + (late.count() ? " late" : ""));
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
