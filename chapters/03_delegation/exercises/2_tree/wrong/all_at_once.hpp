// caught by: A walk looks no further than it is asked to
#pragma once

#include <vector>

#include "03_delegation/generator.hpp"

namespace exercise {

using ch03::Generator;

/// A node, and with it all that is below; no tree is a null pointer.
struct Tree {
  int value;
  const Tree* left = nullptr;
  const Tree* right = nullptr;
};

/// Gives a node before its left and its right subtree.
inline Generator<int> preorder(const Tree* tree) {
  if (!tree) co_return;
  co_yield tree->value;
  co_await preorder(tree->left);
  co_await preorder(tree->right);
}

/// Puts all values into a list, in order.
inline void collect(const Tree* tree, std::vector<int>& values) {
  if (!tree) return;
  collect(tree->left, values);
  values.push_back(tree->value);
  collect(tree->right, values);
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  std::vector<int> values;
  collect(tree, values);
  for (const int value : values) co_yield value;
}

}  // namespace exercise
