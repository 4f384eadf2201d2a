// caught by: preorder() gives a node, its left subtree and its right one
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
  if (!tree) co_return;
  co_yield tree->value;
  preorder(tree->left);
  preorder(tree->right);
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* tree) {
  if (!tree) co_return;
  co_await inorder(tree->left);
  co_yield tree->value;
  co_await inorder(tree->right);
}

}  // namespace exercise
