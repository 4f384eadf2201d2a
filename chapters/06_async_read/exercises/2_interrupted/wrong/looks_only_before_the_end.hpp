// caught by: No time to wait is time for a look
#pragma once

#include <sys/select.h>

#include <cerrno>
#include <chrono>
#include <vector>

#include "06_async_read/select.hpp"
#include "common/fd.hpp"

namespace exercise {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Waits until one of the descriptors can be read, or `span` has passed; gives those
/// that can be read. `ask` is select(), or something that stands in for it in a test.
template <class Ask>
std::vector<int> readable(const std::vector<int>& descriptors, milliseconds span,
                          Ask ask) {
  const Clock::time_point until = Clock::now() + span;
  while (Clock::now() < until) {
    fd_set set = ch06::set_of(descriptors);
    timeval left = ch06::time_left(until);
    const int count = ask(FD_SETSIZE, &set, nullptr, nullptr, &left);
    if (count < 0 && errno == EINTR) continue;
    common::check(count, "select");
    return ch06::members(descriptors, set);
  }
  return {};
}

}  // namespace exercise
