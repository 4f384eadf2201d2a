// caught by: A line of 100,000 nodes takes no stack, and no walk at each step
#pragma once

#include <optional>

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
  if (!tree) co_return;
  co_await inorder(tree->left);
  co_yield tree->value;
  Generator<int> right = inorder(tree->right);
  while (const std::optional<int> value = right.next()) co_yield *value;
}

}  // namespace exercise
