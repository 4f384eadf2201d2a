// caught by: Two walks at once each know where they stand
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

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  static std::vector<const Tree*> ahead;
  ahead.clear();
  while (tree || !ahead.empty()) {
    for (; tree; tree = tree->left) ahead.push_back(tree);
    tree = ahead.back();
    ahead.pop_back();
    co_yield tree->value;
    tree = tree->right;
  }
}

}  // namespace exercise
