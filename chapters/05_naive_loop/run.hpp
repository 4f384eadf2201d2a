#pragma once

#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"

namespace ch05 {

using ch04::AsyncSleep;

/// Runs all coroutines to their end, one step of one of them at a time. What leaves a
/// coroutine leaves run(), and an event other than AsyncSleep is a std::logic_error.
inline void run(std::vector<Coroutine<>> coroutines) {
  Sleepers sleepers;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty()) {
    std::this_thread::sleep_until(sleepers.until());
    Coroutine<> coroutine = sleepers.pop();
    std::optional<Event*> event = coroutine.next();
    if (!event) continue;
    if (auto* sleep = dynamic_cast<AsyncSleep*>(*event))
      sleepers.push(sleep->until(), std::move(coroutine));
    else
      throw unknown(*event);
  }
}

/// The same for coroutines that are given one by one.
template <class... More>
void run(Coroutine<> first, More... more) {
  run(ch05::coroutines(std::move(first), std::move(more)...));
}

}  // namespace ch05
