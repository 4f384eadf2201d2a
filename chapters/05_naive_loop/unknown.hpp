#pragma once

#include <stdexcept>
#include <string>

#include "04_async_sleep/event.hpp"

namespace ch05 {

using ch04::Event;

/// The error for an event that a loop has no answer to. Without it the coroutine would
/// be dropped in silence.
inline std::logic_error unknown(const Event* event) {
  return std::logic_error("the loop does not know the event " +
                          (event ? event->repr() : std::string("nullptr")));
}

}  // namespace ch05
