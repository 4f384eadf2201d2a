#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::Rotation;

namespace {

/// Whom the rotation picks, turn by turn, when these are ready.
std::string served(Rotation& rotation, const std::vector<std::vector<int>>& turns) {
  std::vector<int> order;
  for (const std::vector<int>& ready : turns)
    order.push_back(rotation.next_reader(ready));
  return common::listed(order);
}

}  // namespace

TEST_CASE("The only one that is ready is served, again and again") {
  Rotation rotation;
  INFO("5 is ready, in three turns, and nobody else");
  CHECK(served(rotation, {{5}, {5}, {5}}) == "5 5 5");
}

TEST_CASE("All that are ready take turns") {
  Rotation rotation;
  INFO("3, 5 and 8 are ready, in every turn");
  CHECK(served(rotation, {{3, 5, 8}, {3, 5, 8}, {3, 5, 8}}) == "3 5 8");
}

TEST_CASE("After the highest it is the turn of the lowest") {
  Rotation rotation;
  INFO("3, 5 and 8 are ready, in every turn");
  CHECK(served(rotation, {{3, 5, 8}, {3, 5, 8}, {3, 5, 8}, {3, 5, 8}}) == "3 5 8 3");
}

TEST_CASE("Each rotation begins with the lowest, and knows nothing of the others") {
  Rotation one, other;
  INFO("0 and 3 are ready, for two rotations, in the first turn of each");
  CHECK(served(one, {{0, 3}}) == "0");
  CHECK(served(other, {{0, 3}}) == "0");
}

TEST_CASE("A reader that is always ready does not keep the others waiting") {
  Rotation rotation;
  INFO("3 is ready in every turn, 9 from the second on until it is served");
  CHECK(served(rotation, {{3}, {3, 9}, {3}}) == "3 9 3");
}

TEST_CASE("It goes on above the last one served, whoever was left out") {
  Rotation rotation;
  INFO("5 is not ready in the second turn");
  CHECK(served(rotation, {{3, 5, 8}, {3, 8}, {3, 5, 8}, {3, 5, 8}}) == "3 8 3 5");
}

TEST_CASE("A newcomer gets a turn before anybody gets two") {
  Rotation rotation;
  INFO("5 was served and has left; 6 is new; 3 was served before 5");
  CHECK(served(rotation, {{3, 5}, {3, 5}, {3, 6}}) == "3 5 6");
}
