#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <utility>

#include "01_state_machine/talk.hpp"
#include "02_generator/conversation.hpp"
#include "02_generator/generator.hpp"

using namespace ch02;

// A frame is allocated with operator new: to see its size, this program has its own.
std::size_t last_size = 0;
void* operator new(std::size_t size) {
  last_size = size;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

/// Yields where its own local variable lies, for ever.
template <std::size_t size>
Generator<std::uintptr_t> located() {
  volatile char local[size] = {};
  while (true) co_yield reinterpret_cast<std::uintptr_t>(&local[0]);
}

template <std::size_t size>
void show_frame() {
  auto generator = located<size>();
  const std::size_t frame = last_size;
  const std::uintptr_t first = *generator.next();
  auto moved = std::move(generator);
  const std::uintptr_t second = *moved.next();
  std::cout << "a local of " << size << " bytes: a frame of " << frame
            << " bytes; the local " << (first == second ? "stays put" : "has moved")
            << "\n";
}

int main() try {
  std::cout << "The same conversation, the switch written by the compiler\n";
  ch01::talk(conversation());
  std::cout << "\nAn exception is thrown in\n";
  ch01::interrupt(conversation());
  std::cout << "\nIt is closed in the middle\n";
  ch01::leave(conversation());
  std::cout << "\nWhat a frame is: memory that outlives the call\n";
  show_frame<1>();
  show_frame<1000>();
  show_frame<1000000>();
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
