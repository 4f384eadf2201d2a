#include <iostream>
#include <optional>

#include "01_state_machine/machine.hpp"
#include "02_generator/none.hpp"

/// Wants to yield 0, 1, 2 from a loop, and forgets that nothing in it outlives the
/// return.
class Forgetful : public ch01::Machine<int, ch02::None, int> {
  std::optional<int> step() override {
    for (int i = 0; i < 3; ++i) return i;
    return std::nullopt;
  }
};

int main() {
  Forgetful machine;
  for (int call = 0; call < 4; ++call) std::cout << *machine.next() << "\n";
}
