#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

using Lines = Generator<std::string>;

Lines leaf(std::string name) {
  co_yield name + " 1";
  co_yield name + " 2";
}

Lines branch(std::string name) {
  co_yield name + " before";
  Lines left = leaf(name + " left");
  co_await left;
  Lines right = leaf(name + " right");
  co_await right;
  co_yield name + " after";
}

Lines empty() { co_return; }

Lines root() {
  Lines first = branch("a"), second = branch("b");
  co_await first;
  co_await empty();
  co_await second;
}

int main() {
  Lines growing = root();
  for (int i = 0; i < 13; ++i) show([&] { return growing.next(); });
}
