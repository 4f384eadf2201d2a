// caught by: A walk that is closed in the middle leaves nothing behind for the next
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
  static std::vector<const Tree*> ahead;
  ahead.push_back(tree);
  while (!ahead.empty()) {
    const Tree* node = ahead.back();
    ahead.pop_back();
    if (!node) continue;
    co_yield node->value;
    ahead.push_back(node->right);
    ahead.push_back(node->left);
  }
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  if (!tree) co_return;
  co_await inorder(tree->left);
  co_yield tree->value;
  co_await inorder(tree->right);
}

}  // namespace exercise
