#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "04_async_sleep/event.hpp"

namespace ch08 {

using ch04::Coroutine;
using ch04::Event;

/// The event of handing the loop one more coroutine to run: there is nothing to wait
/// for. What asyncio.create_task grows from.
class Spawn : public Event {
 public:
  explicit Spawn(Coroutine<> coroutine) : coroutine_(std::move(coroutine)) {}

  /// Gives the coroutine up, to the loop; std::logic_error if it has ended, or was
  /// given up before: it would be dropped in silence.
  Coroutine<> take() {
    if (coroutine_.state() == ch03::State::closed)
      throw std::logic_error("Spawn: a coroutine runs only once");
    return std::move(coroutine_);
  }

  std::string repr() const override { return "Spawn()"; }

 private:
  Coroutine<> coroutine_;
};

}  // namespace ch08
