// caught by: The second question, too, is asked once
#pragma once

#include <iostream>
#include <optional>
#include <string>

#include "01_state_machine/suspend.hpp"

namespace exercise {

/// Asks for a name and for an age, and tells both. Each call gives true once it is
/// done, false if it has to be called again.
class Reader {
 public:
  explicit Reader(int socket) : socket_(socket) {}

  bool operator()() {
    std::optional<std::string> answer;
    switch (position_) {
      case 0:
        std::cout << "name?\n";
        position_ = 1;
        [[fallthrough]];
      case 1:
        answer = ch01::receive(socket_, 1024);
        if (!answer) return false;
        name_ = *answer;
        position_ = 2;
        [[fallthrough]];
      default:
        std::cout << "age?\n";
        answer = ch01::receive(socket_, 1024);
        if (!answer) return false;
        std::cout << name_ << " is " << *answer << "\n";
        return true;
    }
  }

 private:
  int socket_;
  std::string name_;
  int position_ = 0;
};

}  // namespace exercise
