// caught by: A reader that has to wait for the second answer is not done
#pragma once

#include <array>
#include <cstddef>
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

  bool operator()() { return (this->*parts_[position_])(); }

 private:
  bool ask_name() {
    if (!asked_name_) std::cout << "name?\n";
    asked_name_ = true;
    const std::optional<std::string> name = ch01::receive(socket_, 1024);
    if (!name) return false;
    name_ = *name;
    ++position_;
    (*this)();
    return true;
  }

  bool ask_age() {
    if (!asked_age_) std::cout << "age?\n";
    asked_age_ = true;
    const std::optional<std::string> age = ch01::receive(socket_, 1024);
    if (!age) return false;
    std::cout << name_ << " is " << *age << "\n";
    return true;
  }

  int socket_;
  std::string name_;
  bool asked_name_ = false, asked_age_ = false;
  std::array<bool (Reader::*)(), 2> parts_ = {&Reader::ask_name, &Reader::ask_age};
  std::size_t position_ = 0;
};

}  // namespace exercise
