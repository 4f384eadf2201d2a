#pragma once

#include <iostream>
#include <optional>
#include <string>

#include "01_state_machine/suspend.hpp"

// What was wrong: a part that suspends stays where it is, so all that stands before its
// await runs again; and the first part threw away what the second one said, so that its
// false never reached the caller.
//
// Alternatives: the parts may stay, if each question and each await becomes a part of
// its own, and operator() runs them in a loop that ends at the first false. The switch
// says the same without the table, and it is what a compiler makes.

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
        std::cout << "age?\n";
        position_ = 2;
        [[fallthrough]];
      default:
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
