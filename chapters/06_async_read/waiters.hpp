#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/event.hpp"

namespace ch06 {

using ch04::Coroutine;

/// The coroutines that wait for a descriptor, one a descriptor.
class Waiters {
 public:
  bool empty() const { return waiters_.empty(); }

  /// Lets a coroutine wait for a descriptor; std::logic_error if another one does: both
  /// would be resumed, and which of them gets the data nobody could say.
  void add(int descriptor, Coroutine<> coroutine) {
    if (waiters_.contains(descriptor))
      throw std::logic_error("two coroutines wait for descriptor " +
                             std::to_string(descriptor));
    waiters_.emplace(descriptor, std::move(coroutine));
  }

  /// The descriptors that somebody waits for, lowest first.
  std::vector<int> descriptors() const {
    std::vector<int> list;
    for (const auto& waiter : waiters_) list.push_back(waiter.first);
    return list;
  }

  /// Takes out the coroutine that waits for the descriptor; there must be one.
  Coroutine<> take(int descriptor) {
    return std::move(waiters_.extract(descriptor).mapped());
  }

 private:
  std::map<int, Coroutine<>> waiters_;
};

}  // namespace ch06
