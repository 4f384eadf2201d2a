#pragma once

#include "03_delegation/generator.hpp"

// Alternatives: a loop with a stack of nodes of its own, in a std::vector, which is
// what the chain of frames is here; it is quicker, and the order of the pushes takes a
// moment's thought. Or one allocation less for every leaf: look at a child before you
// await its walk, rather than in it. With std::generator of C++23 the recursion is
// co_yield std::ranges::elements_of(inorder(tree->left)), and a step costs the same at
// any depth there, too.

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
  co_await inorder(tree->right);
}

}  // namespace exercise
