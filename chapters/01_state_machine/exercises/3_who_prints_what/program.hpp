#pragma once

#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "01_state_machine/machine.hpp"

namespace exercise {

using Word = std::string;

/// Catches one exception, and raises one of its own.
class Third : public ch01::Machine<int, Word, int> {
  std::optional<int> step() override {
    try {
      if (position_ > 0) {
        const Word word = received();
        std::cout << "third hears " << word << "\n";
      }
    } catch (const std::runtime_error& error) {
      std::cout << "third catches " << error.what() << "\n";
    }
    if (++position_ == 4) throw std::runtime_error("broken");
    return 10 * position_;
  }

  int position_ = 0;
};

/// Does all of Third; goes on if that breaks.
class Second : public ch01::Machine<int, Word, int> {
  std::optional<int> step() override {
    std::optional<int> yielded;
    try {
      yielded = position_++ == 0 ? third_.next() : pass_on(third_);
    } catch (const std::runtime_error& error) {
      std::cout << "second catches " << error.what() << "\n";
      returns(7);
    }
    return yielded;
  }

  int position_ = 0;
  Third third_;
};

/// Yields 1, does all of Second, and yields what that returned.
class First : public ch01::Machine<int, Word, int> {
  std::optional<int> step() override {
    Word word;
    std::optional<int> yielded;
    switch (position_) {
      case 0:
        position_ = 1;
        return 1;
      case 1:
        word = received();
        std::cout << "first hears " << word << "\n";
        position_ = 2;
        yielded = second_.next();
        break;
      case 2:
        yielded = pass_on(second_);
        break;
      default:
        word = received();
        std::cout << "first hears " << word << "\n";
        returns(0);
        return std::nullopt;
    }
    if (yielded) return yielded;
    position_ = 3;
    return second_.result();
  }

  int position_ = 0;
  Second second_;
};

/// Makes one call of the driver, and prints what it gives: 1 is the first.
inline void call(First& first, int number) try {
  const auto enough = std::make_exception_ptr(std::runtime_error("enough"));
  std::optional<int> given;
  if (number == 1) given = first.next();
  if (number == 2) given = first.send("a");
  if (number == 3) given = first.send("b");
  if (number == 4) given = first.throw_(enough);
  if (number == 5) given = first.send("c");
  if (number == 6) given = first.throw_(enough);
  std::cout << (given ? "gave " + std::to_string(*given) : "returned") << "\n";
} catch (const std::runtime_error& error) {
  std::cout << "raised " << error.what() << "\n";
}

}  // namespace exercise
