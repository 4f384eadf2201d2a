#include <optional>

#include "02_generator/generator.hpp"
#include "03_delegation/outer.hpp"
#include "show.hpp"

using ch02::Generator;
using ch03::Farewell;
using namespace parity;

Generator<int> careful() {
  print("begins");
  {
    const Farewell farewell("careful");
    co_yield 1;
    print("goes on");
    co_yield 2;
  }
  print("ends");
}

int main() {
  print("created");
  auto generator = careful();
  generator.close();
  show([&] { return generator.next(); });

  print("suspended");
  generator = careful();
  show([&] { return generator.next(); });
  generator.close();
  print("closed");
  show([&] { return generator.next(); });

  print("closed twice");
  generator.close();

  print("ended");
  generator = careful();
  while (std::optional<int> number = generator.next()) print(*number);
  generator.close();

  print("dropped");
  {
    auto dropped = careful();
    show([&] { return dropped.next(); });
  }
  print("gone");
}
