// caught by: Where there is no tree there is no value
#pragma once

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
  co_yield tree->value;
  if (tree->left) co_await preorder(tree->left);
  if (tree->right) co_await preorder(tree->right);
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  if (tree->left) co_await inorder(tree->left);
  co_yield tree->value;
  if (tree->right) co_await inorder(tree->right);
}

}  // namespace exercise
