#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>

#include "01_state_machine/talk.hpp"
#include "03_delegation/generator.hpp"

using ch03::Generator;

/// Says when it goes: what Python's finally does.
class Farewell {
 public:
  explicit Farewell(std::string name) : name_(std::move(name)) {}
  Farewell(const Farewell&) = delete;
  ~Farewell() { std::cout << name_ << " is unwound\n"; }

 private:
  std::string name_;
};

Generator<int, std::string, int> inner() {
  const Farewell farewell("inner");
  const std::string answer = co_yield 2;
  std::cout << "inner " << answer << "\n";
  co_return 3;
}

Generator<int, std::string, int> middle() {
  const Farewell farewell("middle");
  const int value = co_await inner();
  co_return 10 * value;
}

Generator<int, std::string> outer() {
  const Farewell farewell("outer");
  co_yield 1;
  try {
    const int value = co_await middle();
    std::cout << "outer " << value << "\n";
  } catch (const std::runtime_error& error) {
    std::cout << "outer caught " << error.what() << "\n";
  }
  co_yield 4;
}

void values() {
  std::cout << "Values go down, answers go up, a return value comes back\n";
  auto generator = outer();
  ch01::show("next()", generator.next(), generator);
  ch01::show("next()", generator.next(), generator);
  ch01::show("send(\"abc\")", generator.send("abc"), generator);
  ch01::show("next()", generator.next(), generator);
}

void exceptions() {
  std::cout
      << "\nAn exception goes in at the innermost and comes out by every caller\n";
  auto generator = outer();
  generator.next();
  generator.next();
  const auto error = std::make_exception_ptr(std::runtime_error("enough"));
  ch01::show("throw_()", generator.throw_(error), generator);
}

void closing() {
  std::cout << "\nclose() unwinds the innermost first\n";
  auto generator = outer();
  generator.next();
  generator.next();
  generator.close();
}

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
  values();
  exceptions();
  closing();
  depth();
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
