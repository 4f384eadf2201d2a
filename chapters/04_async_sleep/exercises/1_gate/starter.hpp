#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "04_async_sleep/event.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch04::Coroutine;
using ch04::Event;

/// The event of a gate being open; to await it is to pass.
class Gate : public Event {
 public:
  /// Opens the gate, for good.
  void open() { throw common::Unwritten("Gate::open(): remember that it is open"); }

  /// True once the gate has been opened.
  bool is_open() const { throw common::Unwritten("Gate::is_open()"); }

  /// "Gate(open)" or "Gate(closed)".
  std::string repr() const override { throw common::Unwritten("Gate::repr()"); }

  // operator co_await is yours to write: the one of Event yields once, and never asks.
};

/// Drives the coroutines, which wait for gates only, until all have ended;
/// std::logic_error if all that are left stand at closed gates.
inline void drive(std::vector<Coroutine<>>) {
  throw common::Unwritten("drive(): go round, and resume whom no closed gate stops");
}

}  // namespace exercise
