// caught by: Who sleeps again, until a time that is over, is not lost
#pragma once

#include <list>
#include <map>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/unknown.hpp"

namespace exercise {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;

/// Runs all coroutines to their end; what they wait for is in a map, sorted by
/// deadline.
inline void run(std::vector<Coroutine<>> starting) {
  std::map<Clock::time_point, std::list<Coroutine<>>> sleepers;
  const auto go_on = [&sleepers](Coroutine<> coroutine) {
    const std::optional<Event*> event = coroutine.next();
    if (!event) return;
    auto* sleep = dynamic_cast<AsyncSleep*>(*event);
    if (!sleep) throw ch05::unknown(*event);
    sleepers[sleep->until()].push_back(std::move(coroutine));
  };
  for (Coroutine<>& coroutine : starting) go_on(std::move(coroutine));
  while (!sleepers.empty()) {
    std::this_thread::sleep_until(sleepers.begin()->first);
    for (Coroutine<>& coroutine : sleepers.begin()->second) go_on(std::move(coroutine));
    sleepers.erase(sleepers.begin());
  }
}

}  // namespace exercise
