#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"
#include "06_async_read/async_read.hpp"
#include "06_async_read/waiters.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/connect.hpp"
#include "07_async_recv/wait.hpp"

namespace ch07 {

using ch04::AsyncSleep;
using ch05::unknown;
using ch06::AsyncRead;

/// Runs all coroutines to their end, one step of one of them at a time. What leaves a
/// coroutine leaves run(); an event that is not answered below, and two coroutines that
/// wait to read, or to write, one descriptor, are a std::logic_error.
inline void run(std::vector<Coroutine<>> coroutines) {
  Sleepers sleepers;
  Waiters readers, writers;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty() || !readers.empty() || !writers.empty()) {
    for (Coroutine<>& coroutine : wait(sleepers, readers, writers)) {
      std::optional<Event*> event = coroutine.next();
      if (!event) continue;
      if (auto* sleep = dynamic_cast<AsyncSleep*>(*event))
        sleepers.push(sleep->until(), std::move(coroutine));
      else if (auto* read = dynamic_cast<AsyncRead*>(*event))
        readers.add(read->file(), std::move(coroutine));
      else if (auto* recv = dynamic_cast<AsyncRecv*>(*event))
        readers.add(recv->connection(), std::move(coroutine));
      else if (auto* connect = dynamic_cast<AsyncConnect*>(*event))
        writers.add(connect->connection(), std::move(coroutine));
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

}  // namespace ch07
