// caught by: A hundred thousand come and go, last deadline first, and no list is moved
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "05_naive_loop/sleepers.hpp"

namespace exercise {

using ch05::Clock;
using ch05::Coroutine;

/// The coroutines that wait for a point in time: a heap, the first deadline on top. On
/// equal deadlines who asked first is first.
class Sleepers {
 public:
  bool empty() const { return list_.empty(); }

  /// The first deadline there is; there must be one.
  Clock::time_point until() const {
    return std::ranges::min_element(list_, {}, &Sleeper::until)->until;
  }

  /// Puts a coroutine in; it comes out after all whose deadline is not later.
  void push(Clock::time_point until, Coroutine<> coroutine) {
    list_.push_back(Sleeper{until, std::move(coroutine)});
  }

  /// Takes the coroutine with the first deadline out; there must be one.
  Coroutine<> pop() {
    const auto found = std::ranges::min_element(list_, {}, &Sleeper::until);
    Coroutine<> first = std::move(found->coroutine);
    list_.erase(found);
    return first;
  }

 private:
  struct Sleeper {
    Clock::time_point until;
    Coroutine<> coroutine;
  };

  std::vector<Sleeper> list_;
};

}  // namespace exercise
