#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "05_naive_loop/sleepers.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch05::Clock;
using ch05::Coroutine;

/// The coroutines that wait for a point in time: a heap, the first deadline on top. On
/// equal deadlines who asked first is first.
class Sleepers {
 public:
  bool empty() const { throw common::Unwritten("empty(): is there any sleeper?"); }

  /// The first deadline there is; there must be one.
  Clock::time_point until() const {
    throw common::Unwritten("until(): the deadline on top of the heap");
  }

  /// Puts a coroutine in; it comes out after all whose deadline is not later.
  void push(Clock::time_point /*until*/, Coroutine<> /*coroutine*/) {
    throw common::Unwritten("push(): put a sleeper into the heap");
  }

  /// Takes the coroutine with the first deadline out; there must be one.
  Coroutine<> pop() { throw common::Unwritten("pop(): take the sleeper on top out"); }
};

}  // namespace exercise
