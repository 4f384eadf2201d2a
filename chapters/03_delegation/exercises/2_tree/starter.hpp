#pragma once

#include "03_delegation/generator.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch03::Generator;

/// A node, and with it all that is below; no tree is a null pointer.
struct Tree {
  int value;
  const Tree* left = nullptr;
  const Tree* right = nullptr;
};

/// Gives a node before its left and its right subtree.
inline Generator<int> preorder(const Tree* /*tree*/) {
  throw common::Unwritten("preorder(): the node, then the left, then the right");
}

/// Gives the left subtree, then the node, then the right subtree.
inline Generator<int> inorder(const Tree* /*tree*/) {
  throw common::Unwritten("inorder(): the left, then the node, then the right");
}

}  // namespace exercise
