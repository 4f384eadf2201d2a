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
    std::cout << "name?\n";
    const std::optional<std::string> name = ch01::receive(socket_, 1024);
    if (!name) return false;
    name_ = *name;
    ++position_;
    (*this)();
    return true;
  }

  bool ask_age() {
    std::cout << "age?\n";
    const std::optional<std::string> age = ch01::receive(socket_, 1024);
    if (!age) return false;
    std::cout << name_ << " is " << *age << "\n";
    return true;
  }

  int socket_;
  std::string name_;
  std::array<bool (Reader::*)(), 2> parts_ = {&Reader::ask_name, &Reader::ask_age};
  std::size_t position_ = 0;
};

}  // namespace exercise
