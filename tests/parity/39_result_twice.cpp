#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using ch03::None;
using namespace parity;

Generator<int, None, std::string> body() {
  co_yield 1;
  co_return "abc";
}

int main() {
  auto generator = body();
  print(*generator.next());
  if (!generator.next()) print("the end with", generator.result());
  if (!generator.next()) {
    show([&] { print("the end with", generator.result()); });
  }
}
