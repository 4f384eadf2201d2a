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
  std::vector<const Tree*> ahead{tree};
  std::vector<int> values;
  while (!ahead.empty()) {
    const Tree* node = ahead.back();
    ahead.pop_back();
    if (!node) continue;
    values.push_back(node->value);
    ahead.push_back(node->right);
    ahead.push_back(node->left);
  }
  for (const int value : values) co_yield value;
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  if (!tree) co_return;
  co_await inorder(tree->left);
  co_yield tree->value;
  co_await inorder(tree->right);
}

}  // namespace exercise
