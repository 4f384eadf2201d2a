#include <optional>

#include "02_generator/generator.hpp"
#include "show.hpp"

using ch02::Generator;
using namespace parity;

Generator<int> count() {
  print("begins");
  co_yield 1;
  print("goes on");
  co_yield 2;
  print("ends");
}

int main() {
  auto counting = count();
  print("called, and nothing has run");
  for (int i = 0; i < 4; ++i) show([&] { return counting.next(); });

  print("in a loop");
  auto again = count();
  while (std::optional<int> number = again.next()) print(*number);
}
