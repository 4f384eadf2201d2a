// caught by: A gate that nobody is left to open is an error
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/event.hpp"

namespace exercise {

using ch04::Coroutine;
using ch04::Event;

/// The event of a gate being open; to await it is to pass.
class Gate : public Event {
 public:
  /// Opens the gate, for good.
  void open() { open_ = true; }

  /// True once the gate has been opened.
  bool is_open() const { return open_; }

  /// "Gate(open)" or "Gate(closed)".
  std::string repr() const override { return open_ ? "Gate(open)" : "Gate(closed)"; }

  Coroutine<> operator co_await() {
    while (!open_) co_yield this;
  }

 private:
  bool open_ = false;
};

/// Drives the coroutines, which wait for gates only, until all have ended;
/// std::logic_error if all that are left stand at closed gates.
inline void drive(std::vector<Coroutine<>> coroutines) {
  std::vector<const Gate*> gates(coroutines.size(), nullptr);
  while (true) {
    bool left = false, resumed = false;
    for (std::size_t i = 0; i < coroutines.size(); ++i) {
      if (coroutines[i].state() == ch03::State::closed) continue;
      left = true;
      if (gates[i] && !gates[i]->is_open()) continue;
      const std::optional<Event*> event = coroutines[i].next();
      gates[i] = event ? dynamic_cast<Gate*>(*event) : nullptr;
      resumed = true;
    }
    if (!left || !resumed) return;
  }
}

}  // namespace exercise
