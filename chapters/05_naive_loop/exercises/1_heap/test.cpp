#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::Clock;
using exercise::Coroutine;
using exercise::Sleepers;
using std::chrono::seconds;

namespace {

const Clock::time_point start;

/// Does nothing but to say who it is.
Coroutine<> says(std::vector<int>* log, int number) {
  log->push_back(number);
  co_return;
}

/// Takes all sleepers out and lets each say who it is.
std::string emptied(Sleepers& sleepers, std::vector<int>& log) {
  while (!sleepers.empty()) sleepers.pop().next();
  return common::listed(log);
}

}  // namespace

TEST_CASE("There is nobody at the beginning, nor when all have come out") {
  INFO("one is pushed, and popped again");
  Sleepers sleepers;
  CHECK(sleepers.empty());
  std::vector<int> log;
  sleepers.push(start, says(&log, 1));
  CHECK_FALSE(sleepers.empty());
  sleepers.pop();
  CHECK(sleepers.empty());
}

TEST_CASE("The first deadline is told, whoever came first") {
  INFO("pushed 7 3 9 1 5, and then popped one");
  Sleepers sleepers;
  std::vector<int> log;
  for (int until : {7, 3, 9, 1, 5})
    sleepers.push(start + seconds(until), says(&log, until));
  CHECK(sleepers.until() == start + seconds(1));
  sleepers.pop();
  CHECK(sleepers.until() == start + seconds(3));
}

TEST_CASE("They come out by their deadlines") {
  INFO("pushed 7 3 9 1 5 8 2, popped all");
  Sleepers sleepers;
  std::vector<int> log;
  for (int until : {7, 3, 9, 1, 5, 8, 2})
    sleepers.push(start + seconds(until), says(&log, until));
  CHECK(emptied(sleepers, log) == "1 2 3 5 7 8 9");
}

TEST_CASE("Of equal deadlines, the one that was asked for first comes out first") {
  INFO("pushed 0 to 19 with one deadline, popped all");
  Sleepers sleepers;
  std::vector<int> log, expected;
  for (int i = 0; i < 20; ++i) {
    sleepers.push(start + seconds(1), says(&log, i));
    expected.push_back(i);
  }
  CHECK(emptied(sleepers, log) == common::listed(expected));
}

TEST_CASE("Equal deadlines keep their order when others come and go in between") {
  INFO("pushed 0 to 5, popped three, pushed 6 to 8, popped all");
  Sleepers sleepers;
  std::vector<int> log;
  for (int i = 0; i < 6; ++i) sleepers.push(start + seconds(2), says(&log, i));
  for (int i = 0; i < 3; ++i) sleepers.pop().next();
  for (int i = 6; i < 9; ++i) sleepers.push(start + seconds(2), says(&log, i));
  CHECK(emptied(sleepers, log) == "0 1 2 3 4 5 6 7 8");
}

TEST_CASE("A hundred thousand come and go, last deadline first, and no list is moved") {
  INFO("pushed 100000, last deadline first, popped all");
  Sleepers sleepers;
  std::vector<int> log;
  for (int until = 100'000; until > 0; --until)
    sleepers.push(start + seconds(until), says(&log, until));
  CHECK(sleepers.until() == start + seconds(1));
  for (int i = 1; i < 100'000; ++i) sleepers.pop();
  CHECK(sleepers.until() == start + seconds(100'000));
}
