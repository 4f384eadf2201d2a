#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using ch02::Generator;

namespace {

/// All that a generator still gives; no more than twenty, lest it never end.
std::string drained(Generator<int>& generator) {
  std::vector<int> values;
  while (values.size() < 20) {
    const std::optional<int> value = generator.next();
    if (!value) break;
    values.push_back(*value);
  }
  return common::listed(values);
}

/// Says when it goes.
class Farewell {
 public:
  explicit Farewell(std::string& log) : log_(log) {}
  Farewell(const Farewell&) = delete;
  ~Farewell() { log_ += "[gone]"; }

 private:
  std::string& log_;
};

/// Gives these values, and says each time that it is asked, and when it goes.
Generator<int> source(std::vector<int> values, std::string* log) {
  const Farewell farewell(*log);
  for (const int value : values) {
    *log += "[" + std::to_string(value) + "]";
    co_yield value;
  }
}

bool even(int value) { return value % 2 == 0; }
int minus_two(int value) { return value - 2; }

}  // namespace

TEST_CASE("count() begins with its first value, and counts up") {
  INFO("count(7), asked three times");
  auto generator = exercise::count(7);
  CHECK(generator.next() == 7);
  CHECK(generator.next() == 8);
  CHECK(generator.next() == 9);
}

TEST_CASE("filter() lets through what is wanted, and nothing else") {
  std::string log;
  INFO("filter(even) of 1 2 3 0 5 6 7");
  auto generator = exercise::filter(even, source({1, 2, 3, 0, 5, 6, 7}, &log));
  CHECK(drained(generator) == "2 0 6");
}

TEST_CASE("map() gives the function of every value, whatever it is") {
  std::string log;
  INFO("map(minus_two) of 1 2 3 0 5");
  auto generator = exercise::map(minus_two, source({1, 2, 3, 0, 5}, &log));
  CHECK(drained(generator) == "-1 0 1 -2 3");
}

TEST_CASE("take() ends after so many values, and asks for no further one") {
  std::string log;
  INFO("take(2) of 1 to 4, until it ends; the log has what 1 to 4 were asked for");
  auto generator = exercise::take(2, source({1, 2, 3, 4}, &log));
  CHECK(drained(generator) == "1 2");
  CHECK(log == "[1][2]");
}

TEST_CASE("take() of nothing asks for nothing") {
  std::string log;
  INFO("take(0) of 1 2");
  auto generator = exercise::take(0, source({1, 2}, &log));
  CHECK(drained(generator) == "");
  CHECK(log == "");
}

TEST_CASE("take() ends sooner if the values do") {
  std::string log;
  INFO("take(5) of 1 2");
  auto generator = exercise::take(5, source({1, 2}, &log));
  CHECK(drained(generator) == "1 2");
}

TEST_CASE("A value is asked for only when somebody asks for one at the end") {
  std::string log;
  auto evens = exercise::filter(even, source({1, 2, 3, 4}, &log));
  auto changed = exercise::map(minus_two, std::move(evens));
  auto first = exercise::take(2, std::move(changed));
  INFO("take(2) of map(minus_two) of filter(even) of 1 to 4");
  CHECK(log == "");
  CHECK(first.next() == 0);
  CHECK(log == "[1][2]");
  CHECK(first.next() == 2);
  CHECK(log == "[1][2][3][4]");
}

TEST_CASE("To close the last generator is to close all") {
  std::string log;
  auto values = source({1, 2, 3, 4}, &log);
  auto evens = exercise::filter(even, std::move(values));
  auto changed = exercise::map(minus_two, std::move(evens));
  auto first = exercise::take(3, std::move(changed));
  first.next();
  first.close();
  INFO("take(3) of map(minus_two) of filter(even) of 1 to 4: next(), close()");
  CHECK(log == "[1][2][gone]");
}
