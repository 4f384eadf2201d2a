#pragma once

#include <iostream>
#include <optional>

#include "04_async_sleep/async_sleep.hpp"

namespace ch04 {

/// Drives a coroutine to its end without waiting for anything, and prints the events
/// that it yields.
inline void drive_by_hand(Coroutine<> coroutine) {
  while (std::optional<Event*> event = coroutine.next())
    std::cout << (*event)->repr() << "\n";
  std::cout << "the end of the coroutine\n";
}

}  // namespace ch04
