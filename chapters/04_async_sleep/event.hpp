#pragma once

#include <string>

#include "03_delegation/generator.hpp"

namespace ch04 {

using ch03::Generator;
using ch03::None;

class Event;

/// A function that can wait: it yields the events that it waits for, down to whoever
/// drives it. Python's async def.
template <class Return = void>
using Coroutine = Generator<Event*, None, Return>;

/// Something to wait for. It says what, and never how; to await it is to yield it.
class Event {
 public:
  virtual ~Event() = default;

  /// The event in words, as Python's __repr__ gives them.
  virtual std::string repr() const = 0;

  /// Yields this event, once. Python's __await__.
  Coroutine<> operator co_await() { co_yield this; }
};

}  // namespace ch04
