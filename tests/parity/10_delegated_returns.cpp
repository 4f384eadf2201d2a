#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using ch03::None;
using namespace parity;

Generator<std::string, None, int> factorial(int number) {
  if (number == 0) {
    co_yield "the bottom";
    co_return 1;
  }
  const int smaller = co_await factorial(number - 1);
  print(number, "times", smaller);
  co_return number* smaller;
}

Generator<std::string> outer() {
  const int result = co_await factorial(5);
  co_yield "the factorial is " + std::to_string(result);
}

int main() {
  auto chain = outer();
  for (int i = 0; i < 3; ++i) show([&] { return chain.next(); });
}
