#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::greetings;
using exercise::numbered;

namespace {

/// All that a generator still gives.
std::string drained(exercise::Generator<std::string>& generator) {
  std::vector<std::string> lines;
  while (const std::optional<std::string> line = generator.next())
    lines.push_back("[" + *line + "]");
  return common::listed(lines);
}

std::vector<std::string> shopping() { return {"a bottle of milk", "tea"}; }

}  // namespace

TEST_CASE("Two generators at once number each its own lines") {
  INFO("called with milk and tea; called with soap; both asked for all they have");
  const std::vector<std::string> lines = shopping(), others = {"soap"};
  auto first = numbered(lines);
  auto second = numbered(others);
  CHECK(drained(first) == "[1 a bottle of milk] [2 tea]");
  CHECK(drained(second) == "[1 soap]");
}

TEST_CASE("Lines that are changed after the call are given as they were") {
  INFO("called with milk and tea; the caller's lines changed to soap; asked for all");
  std::vector<std::string> lines = shopping();
  auto generator = numbered(lines);
  lines = {"soap"};
  CHECK(drained(generator) == "[1 a bottle of milk] [2 tea]");
}

TEST_CASE("Lines that were made for the call are there when they are asked for") {
  INFO("called with a list that nobody else keeps; asked for all");
  auto generator = numbered(shopping());
  CHECK(drained(generator) == "[1 a bottle of milk] [2 tea]");
}

TEST_CASE("A name is there when the call that was given it is over") {
  INFO("greetings of a lady whose name nobody else keeps, twice; asked for all");
  auto generator = greetings(std::string("a lady with a long name"), 2);
  CHECK(drained(generator) ==
        "[hello a lady with a long name] [hello a lady with a long name]");
}

TEST_CASE("Each call of greetings has a name and a number of its own") {
  INFO("greetings of Ada, once; greetings of Grace, twice; both asked for all");
  auto first = greetings("Ada", 1);
  auto second = greetings("Grace", 2);
  CHECK(drained(first) == "[hello Ada]");
  CHECK(drained(second) == "[hello Grace] [hello Grace]");
}
