#pragma once

#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>

#include "03_delegation/generator.hpp"

namespace ch03 {

/// Says when it goes: what Python's finally does.
class Farewell {
 public:
  explicit Farewell(std::string name) : name_(std::move(name)) {}
  Farewell(const Farewell&) = delete;
  ~Farewell() { std::cout << name_ << " is unwound\n"; }

 private:
  std::string name_;
};

/// Yields once, prints the answer, and returns 3.
inline Generator<int, std::string, int> inner() {
  const Farewell farewell("inner");
  const std::string answer = co_yield 2;
  std::cout << "inner " << answer << "\n";
  co_return 3;
}

/// Yields nothing of its own: it awaits inner, and returns ten times what that
/// returned.
inline Generator<int, std::string, int> middle() {
  const Farewell farewell("middle");
  const int value = co_await inner();
  co_return 10 * value;
}

/// Yields before and after it awaits middle, and catches what comes out of it.
inline Generator<int, std::string> outer() {
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

}  // namespace ch03
