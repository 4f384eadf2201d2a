#pragma once

#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"

namespace exercise {

using ch03::Farewell;  // prints "NAME is unwound" when it goes
using ch03::Generator;

inline Generator<int> inner() {
  const Farewell first("first");
  co_yield 1;
  const Farewell second("second");
  co_yield 2;
  throw std::runtime_error("broken");
}

inline Generator<int> middle() {
  const Farewell farewell("middle");
  co_await inner();
  std::cout << "middle goes on\n";
}

inline Generator<int> outer() {
  const Farewell farewell("outer");
  try {
    const Farewell tried("try");
    co_await middle();
  } catch (const std::runtime_error& error) {
    std::cout << "outer catches " << error.what() << "\n";
  }
  co_yield 3;
}

/// Prints what a call gives.
inline void tell(std::optional<int> given) {
  std::cout << (given ? "gave " + std::to_string(*given) : "returned") << "\n";
}

/// Throws an exception in, and prints what comes of it.
template <class Error>
void interrupt(Generator<int>& generator, Error error) {
  try {
    tell(generator.throw_(std::make_exception_ptr(error)));
  } catch (const std::exception& raised) {
    std::cout << "raised " << raised.what() << "\n";
  }
}

}  // namespace exercise
