#pragma once

#include <iostream>
#include <optional>
#include <string>

#include "01_state_machine/machine.hpp"

namespace ch01 {

/// Yields 2, prints what it is sent and returns 3.
class Inner : public Machine<int, std::string, int> {
  std::optional<int> step() override {
    switch (position_) {
      case 0:
        position_ = 1;
        return 2;
      default: {
        const std::string answer = received();
        std::cout << "inner " << answer << "\n";
        returns(3);
        return std::nullopt;
      }
    }
  }

  int position_ = 0;
};

/// Does all of Inner, by hand, and returns ten times what it returned.
class Middle : public Machine<int, std::string, int> {
  std::optional<int> step() override {
    std::optional<int> yielded;
    switch (position_) {
      case 0:
        position_ = 1;
        yielded = inner_.next();
        break;
      default:
        yielded = pass_on(inner_);
    }
    if (!yielded) returns(10 * inner_.result());
    return yielded;
  }

  void unwind() override { inner_.close(); }

  int position_ = 0;
  Inner inner_;
};

/// Yields 1, does all of Middle, by hand, prints what it returned and yields 4.
class Outer : public Machine<int, std::string, int> {
  std::optional<int> step() override {
    std::optional<int> yielded;
    switch (position_) {
      case 0:
        position_ = 1;
        return 1;
      case 1:
        received();
        position_ = 2;
        yielded = middle_.next();
        break;
      case 2:
        yielded = pass_on(middle_);
        break;
      default:
        received();
        returns(0);
        return std::nullopt;
    }
    if (yielded) return yielded;
    std::cout << "outer " << middle_.result() << "\n";
    position_ = 3;
    return 4;
  }

  void unwind() override { middle_.close(); }

  int position_ = 0;
  Middle middle_;
};

}  // namespace ch01
