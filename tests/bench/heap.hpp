#pragma once

#include <cstddef>

/// What has been asked of the heap, by the whole program, since it started.
struct Heap {
  std::size_t allocations = 0, bytes = 0;
};

/// So far.
extern Heap heap;
