// caught by: A hundred thousand come and go, last deadline first, and no list is moved
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"

namespace exercise {

using ch04::Clock;
using ch04::Coroutine;

/// The coroutines that wait for a point in time: a list, sorted by deadline. On equal
/// deadlines who asked first is first.
class Sleepers {
 public:
  bool empty() const { return sleepers_.empty(); }

  /// The first deadline there is; there must be one.
  Clock::time_point until() const { return sleepers_.front().until; }

  /// Puts a coroutine behind all whose deadline is not later.
  void push(Clock::time_point until, Coroutine<> coroutine) {
    auto later = std::ranges::upper_bound(sleepers_, until, {}, &Sleeper::until);
    sleepers_.insert(later, Sleeper{until, std::move(coroutine)});
  }

  /// Takes the coroutine with the first deadline out; there must be one.
  Coroutine<> pop() {
    Coroutine<> first = std::move(sleepers_.front().coroutine);
    sleepers_.erase(sleepers_.begin());
    return first;
  }

 private:
  struct Sleeper {
    Clock::time_point until;
    Coroutine<> coroutine;
  };

  std::vector<Sleeper> sleepers_;
};

}  // namespace exercise
