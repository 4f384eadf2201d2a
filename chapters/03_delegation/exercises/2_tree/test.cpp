#include <doctest/doctest.h>

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::inorder;
using exercise::preorder;
using exercise::Tree;

namespace {

using Walk = exercise::Generator<int>;

/// Up to so many of the values that a walk still gives.
std::string some(Walk& walk, std::size_t amount) {
  std::vector<int> values;
  while (values.size() < amount) {
    const std::optional<int> value = walk.next();
    if (!value) break;
    values.push_back(*value);
  }
  return common::listed(values);
}

std::string all(Walk walk) { return some(walk, 100); }

/// This tree, whose nodes are numbered from left to right:
///
///      +---4---+
///    +-2-+   +-6
///    1   3   5
class Seven {
 public:
  const Tree* top() const { return &four_; }
  void grow() { six_.right = &seven_; }

 private:
  Tree one_{1}, three_{3}, five_{5}, seven_{7};
  Tree two_{2, &one_, &three_}, six_{6, &five_};
  Tree four_{4, &two_, &six_};
};

}  // namespace

TEST_CASE("preorder() gives a node, its left subtree and its right one") {
  INFO("the tree of the picture in test.cpp");
  const Seven tree;
  CHECK(all(preorder(tree.top())) == "4 2 1 3 6 5");
}

TEST_CASE("inorder() gives the left subtree of a node, the node, and the right one") {
  INFO("the tree of the picture in test.cpp");
  const Seven tree;
  CHECK(all(inorder(tree.top())) == "1 2 3 4 5 6");
}

TEST_CASE("Where there is no tree there is no value") {
  INFO("preorder(nullptr), inorder(nullptr)");
  CHECK(all(preorder(nullptr)) == "");
  CHECK(all(inorder(nullptr)) == "");
}

TEST_CASE("A walk looks no further than it is asked to") {
  INFO("three values, then 7 grows to the right of 6, then all that follow");
  Seven one, another;
  Walk in = inorder(one.top()), pre = preorder(another.top());
  CHECK(some(in, 3) == "1 2 3");
  one.grow();
  CHECK(some(in, 100) == "4 5 6 7");
  CHECK(some(pre, 3) == "4 2 1");
  another.grow();
  CHECK(some(pre, 100) == "3 6 5 7");
}

TEST_CASE("A walk that is closed in the middle leaves nothing behind for the next") {
  INFO("preorder: three values, close(), and a second walk");
  const Seven tree;
  Walk walk = preorder(tree.top());
  CHECK(some(walk, 3) == "4 2 1");
  walk.close();
  CHECK(walk.next() == std::nullopt);
  CHECK(all(preorder(tree.top())) == "4 2 1 3 6 5");
}

TEST_CASE("Two walks at once each know where they stand") {
  INFO("two walks of each order begun on one tree: three values of either, then all");
  const Seven tree;
  for (auto order : {inorder, preorder}) {
    Walk first = order(tree.top()), second = order(tree.top());
    CHECK(some(first, 3) == some(second, 3));
    CHECK(some(first, 100) == some(second, 100));
  }
}

TEST_CASE("A line of 100,000 nodes takes no stack, and no walk at each step") {
  INFO("a line to the left, and one to the right, walked to their ends in both orders");
  std::deque<Tree> left{Tree{0}}, right{Tree{0}};
  for (int value = 1; value < 100'000; ++value) {
    left.push_back(Tree{value, &left.back()});
    right.push_back(Tree{value, nullptr, &right.back()});
  }
  for (const Tree* top : {&left.back(), &right.back()}) {
    for (auto order : {inorder, preorder}) {
      Walk walk = order(top);
      int count = 0;
      while (walk.next()) ++count;
      CHECK(count == 100'000);
    }
  }
}
