#include "heap.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>

Heap heap;

void* operator new(std::size_t size) {
  ++heap.allocations;
  heap.bytes += size;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
