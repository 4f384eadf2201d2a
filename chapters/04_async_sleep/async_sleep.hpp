#pragma once

#include <chrono>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "04_async_sleep/event.hpp"

namespace ch04 {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

/// The event of reaching a point in time.
class AsyncSleep : public Event {
 public:
  explicit AsyncSleep(Clock::time_point until) : until_(until) {}

  /// The deadline: the time at which the sleeper wants to be resumed.
  Clock::time_point until() const { return until_; }

  std::string repr() const override {
    char text[64];
    const Seconds seconds = until_.time_since_epoch();
    std::snprintf(text, sizeof text, "AsyncSleep(until=%.1f)", seconds.count());
    return text;
  }

 private:
  Clock::time_point until_;
};

/// The time `duration` from now; std::invalid_argument if the clock cannot hold it.
inline Clock::time_point after(Seconds duration) {
  constexpr Seconds century = std::chrono::years(100);
  if (!(std::abs(duration.count()) <= century.count()))
    throw std::invalid_argument(
        "not a duration to sleep: " + std::to_string(duration.count()) + " s");
  return Clock::now() + std::chrono::duration_cast<Clock::duration>(duration);
}

/// Waits until `duration` has passed: half of it, and then the other half, so that one
/// can see a coroutine wait twice. asyncio.sleep.
inline Coroutine<> asleep(Seconds duration) {
  co_await AsyncSleep(after(duration / 2));
  co_await AsyncSleep(after(duration / 2));
}

}  // namespace ch04
