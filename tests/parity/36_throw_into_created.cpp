#include <exception>
#include <stdexcept>

#include "02_generator/generator.hpp"
#include "show.hpp"

using ch02::Generator;
using namespace parity;

Generator<int> body() {
  bool caught = false;
  try {
    print("begins");
    co_yield 1;
  } catch (const std::exception&) {
    print("this never runs");
    caught = true;
  }
  if (caught) co_yield 2;
}

int main() {
  const auto early = std::make_exception_ptr(std::runtime_error("too early"));
  const auto late = std::make_exception_ptr(std::runtime_error("too late"));
  auto generator = body();
  print(name(generator.state()));
  show([&] { return generator.throw_(early); });
  print(name(generator.state()));
  show([&] { return generator.next(); });
  show([&] { return generator.throw_(late); });
}
