#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"
#include "06_async_read/waiters.hpp"
#include "07_async_recv/wait.hpp"
#include "08_one_event/async_io.hpp"
#include "08_one_event/spawn.hpp"

namespace ch08 {

using ch04::AsyncSleep;
using ch04::Clock;
using ch05::Sleepers;
using ch05::unknown;
using ch06::Waiters;

/// Runs all coroutines, and those that they spawn, to their end, one step of one of
/// them at a time. What leaves a coroutine leaves run(); an event that is not answered
/// below, and two coroutines that wait to read, or to write, one descriptor, are a
/// std::logic_error.
inline void run(std::vector<Coroutine<>> coroutines) {
  Sleepers sleepers;
  Waiters readers, writers;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty() || !readers.empty() || !writers.empty()) {
    for (Coroutine<>& coroutine : ch07::wait(sleepers, readers, writers)) {
      std::optional<Event*> event = coroutine.next();
      if (!event) continue;
      if (auto* io = dynamic_cast<AsyncIO*>(*event)) {
        Waiters& waiters = io->direction() == Direction::readable ? readers : writers;
        waiters.add(io->descriptor(), std::move(coroutine));
      } else if (auto* sleep = dynamic_cast<AsyncSleep*>(*event)) {
        sleepers.push(sleep->until(), std::move(coroutine));
      } else if (auto* spawn = dynamic_cast<Spawn*>(*event)) {
        sleepers.push(Clock::now(), std::move(coroutine));
        sleepers.push(Clock::now(), spawn->take());
      } else {
        throw unknown(*event);
      }
    }
  }
}

/// The same for coroutines that are given one by one.
template <class... More>
void run(Coroutine<> first, More... more) {
  run(ch05::coroutines(std::move(first), std::move(more)...));
}

}  // namespace ch08
