#pragma once

#include <sys/select.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "common/fd.hpp"

namespace ch06 {

using ch04::Clock;

/// The descriptors that will not block, of those that were asked about.
struct Ready {
  std::vector<int> readable, writeable;
};

/// The descriptors as the kernel wants them; std::invalid_argument for one that an
/// fd_set has no bit for.
inline fd_set set_of(const std::vector<int>& descriptors) {
  fd_set set;
  FD_ZERO(&set);
  for (int descriptor : descriptors) {
    if (descriptor < 0 || descriptor >= FD_SETSIZE)
      throw std::invalid_argument("select: descriptor " + std::to_string(descriptor) +
                                  " is not between 0 and " +
                                  std::to_string(FD_SETSIZE - 1));
    FD_SET(descriptor, &set);
  }
  return set;
}

/// Those of the descriptors whose bit is set, in the order of the list.
inline std::vector<int> members(const std::vector<int>& descriptors, fd_set set) {
  std::vector<int> in;
  for (int descriptor : descriptors)
    if (FD_ISSET(descriptor, &set)) in.push_back(descriptor);
  return in;
}

/// The time that is left until then, rounded up: to wake early is to wake twice.
inline timeval time_left(Clock::time_point until) {
  using std::chrono::microseconds;
  const Clock::time_point now = Clock::now();
  const auto left = std::chrono::ceil<microseconds>(std::max(until, now) - now).count();
  return timeval{left / 1'000'000, left % 1'000'000};
}

/// Waits until a descriptor of `rlist` can be read, one of `wlist` can be written, or
/// `until` has come (nullopt: for as long as it takes). A signal does not end the wait.
/// Python's select.select.
inline Ready select(const std::vector<int>& rlist, const std::vector<int>& wlist,
                    std::optional<Clock::time_point> until) {
  int highest = -1;
  for (int descriptor : rlist) highest = std::max(highest, descriptor);
  for (int descriptor : wlist) highest = std::max(highest, descriptor);
  while (true) {
    fd_set readable = set_of(rlist), writeable = set_of(wlist);
    timeval left = time_left(until.value_or(Clock::time_point()));
    const int count =
        ::select(highest + 1, &readable, &writeable, nullptr, until ? &left : nullptr);
    if (count < 0 && errno == EINTR) continue;
    common::check(count, "select");
    return Ready{members(rlist, readable), members(wlist, writeable)};
  }
}

}  // namespace ch06
