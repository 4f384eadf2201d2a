#include <optional>
#include <string>

#include "02_generator/generator.hpp"
#include "show.hpp"

using ch02::Generator;
using namespace parity;

Generator<int, std::optional<int>, std::string> add_up() {
  int total = 0;
  while (true) {
    std::optional<int> number = co_yield total;
    if (!number) co_return "the total is " + std::to_string(total);
    total += *number;
  }
}

int main() {
  auto adding = add_up();
  adding.next();
  for (int number : {3, 4, 5}) print(*adding.send(number));
  if (!adding.next()) print(adding.result());
}
