#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"
#include "06_async_read/async_read.hpp"
#include "06_async_read/wait.hpp"
#include "06_async_read/waiters.hpp"

namespace ch06 {

using ch04::AsyncSleep;
using ch05::unknown;

/// Runs all coroutines to their end, one step of one of them at a time. What leaves a
/// coroutine leaves run(); an event other than AsyncSleep and AsyncRead, and two
/// coroutines that wait for one descriptor, are a std::logic_error.
inline void run(std::vector<Coroutine<>> coroutines) {
  Sleepers sleepers;
  Waiters readers;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty() || !readers.empty()) {
    for (Coroutine<>& coroutine : wait(sleepers, readers)) {
      std::optional<Event*> event = coroutine.next();
      if (!event) continue;
      if (auto* sleep = dynamic_cast<AsyncSleep*>(*event))
        sleepers.push(sleep->until(), std::move(coroutine));
      else if (auto* read = dynamic_cast<AsyncRead*>(*event))
        readers.add(read->file(), std::move(coroutine));
      else
        throw unknown(*event);
    }
  }
}

/// The same for coroutines that are given one by one.
template <class... More>
void run(Coroutine<> first, More... more) {
  run(ch05::coroutines(std::move(first), std::move(more)...));
}

}  // namespace ch06
