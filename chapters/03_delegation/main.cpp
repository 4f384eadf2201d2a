#include <exception>
#include <iostream>

#include "01_state_machine/talk.hpp"
#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "03_delegation/talk.hpp"

using namespace ch03;

Generator<int> down(int depth) {
  if (depth == 0) {
    co_yield 0;
  } else {
    co_await down(depth - 1);
  }
}

void depth() {
  std::cout
      << "\nA hundred thousand generators deep, one call is still one resumption\n";
  auto generator = down(100'000);
  ch01::show("next()", generator.next(), generator);
  ch01::show("next()", generator.next(), generator);
}

int main() try {
  values(outer());
  exceptions(outer());
  closing(outer());
  depth();
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
