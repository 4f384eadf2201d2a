// caught by: Two readers at once each know where they stand, and what they have heard
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
    static std::string name;
    std::optional<std::string> answer;
    switch (position_) {
      case 0:
        std::cout << "name?\n";
        position_ = 1;
        [[fallthrough]];
      case 1:
        answer = ch01::receive(socket_, 1024);
        if (!answer) return false;
        name = *answer;
        std::cout << "age?\n";
        position_ = 2;
        [[fallthrough]];
      default:
        answer = ch01::receive(socket_, 1024);
        if (!answer) return false;
        std::cout << name << " is " << *answer << "\n";
        return true;
    }
  }

 private:
  int socket_;
  int position_ = 0;
};

}  // namespace exercise
