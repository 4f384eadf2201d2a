// caught by: Who never waits has an outcome, too
#pragma once

#include <cstddef>
#include <exception>
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

/// What became of a coroutine: one of the two is there.
struct Outcome {
  std::optional<int> value;
  std::exception_ptr error;
};

/// Until when a coroutine that yields this event sleeps.
inline Clock::time_point deadline(Event* event) {
  auto* sleep = dynamic_cast<AsyncSleep*>(event);
  if (!sleep) throw ch05::unknown(event);
  return sleep->until();
}

/// Runs all coroutines side by side, to the end of each, and says what became of them,
/// in the order in which they were given.
inline std::vector<Outcome> run_all(std::vector<Coroutine<int>> coroutines) {
  std::vector<Outcome> outcomes(coroutines.size());
  std::multimap<Clock::time_point, std::size_t> sleepers;
  for (std::size_t i = 0; i < coroutines.size(); ++i)
    sleepers.emplace(deadline(*coroutines[i].next()), i);
  while (!sleepers.empty()) {
    std::this_thread::sleep_until(sleepers.begin()->first);
    const std::size_t i = sleepers.extract(sleepers.begin()).mapped();
    try {
      const std::optional<Event*> event = coroutines[i].next();
      if (event)
        sleepers.emplace(deadline(*event), i);
      else
        outcomes[i].value = coroutines[i].result();
    } catch (...) {
      outcomes[i].error = std::current_exception();
    }
  }
  return outcomes;
}

}  // namespace exercise
