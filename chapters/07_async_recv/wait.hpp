#pragma once

#include <optional>
#include <vector>

#include "05_naive_loop/sleepers.hpp"
#include "06_async_read/select.hpp"
#include "06_async_read/waiters.hpp"

namespace ch07 {

using ch04::Clock;
using ch04::Coroutine;
using ch05::Sleepers;
using ch06::Waiters;

/// Lets the kernel wait until at least one coroutine may go on, and takes out all that
/// may: first the readers, then the writers, each lowest descriptor first, then the
/// sleepers that are due.
inline std::vector<Coroutine<>> wait(Sleepers& sleepers, Waiters& readers,
                                     Waiters& writers) {
  std::optional<Clock::time_point> until;
  if (!sleepers.empty()) until = sleepers.until();
  const ch06::Ready ready =
      ch06::select(readers.descriptors(), writers.descriptors(), until);
  std::vector<Coroutine<>> runnable;
  for (int descriptor : ready.readable) runnable.push_back(readers.take(descriptor));
  for (int descriptor : ready.writeable) runnable.push_back(writers.take(descriptor));
  const Clock::time_point now = Clock::now();
  while (!sleepers.empty() && sleepers.until() <= now)
    runnable.push_back(sleepers.pop());
  return runnable;
}

}  // namespace ch07
