#pragma once

#include <iostream>
#include <optional>
#include <string>

#include "01_state_machine/machine.hpp"

namespace ch01 {

/// A generator that talks: it yields three numbers, prints the answer to the first and
/// returns "abc".
class Conversation : public Machine<int, std::string, std::string> {
  std::optional<int> step() override {
    switch (position_) {
      case 0:
        position_ = 1;
        return 1;
      case 1:
        answer_ = received();
        std::cout << answer_ << "\n";
        position_ = 2;
        return 2;
      case 2:
        received();
        position_ = 3;
        return 3;
      default:
        received();
        returns("abc");
        return std::nullopt;
    }
  }

  int position_ = 0;
  std::string answer_;
};

}  // namespace ch01
