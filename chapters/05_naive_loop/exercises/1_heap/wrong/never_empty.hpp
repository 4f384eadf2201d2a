// caught by: There is nobody at the beginning, nor when all have come out
#pragma once

#include <algorithm>
#include <cstdint>
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
  bool empty() const { return heap_.size() <= 1; }

  /// The first deadline there is; there must be one.
  Clock::time_point until() const { return heap_.front().until; }

  /// Puts a coroutine in; it comes out after all whose deadline is not later.
  void push(Clock::time_point until, Coroutine<> coroutine) {
    heap_.push_back(Sleeper{until, next_++, std::move(coroutine)});
    std::ranges::push_heap(heap_, comes_after);
  }

  /// Takes the coroutine with the first deadline out; there must be one.
  Coroutine<> pop() {
    std::ranges::pop_heap(heap_, comes_after);
    Coroutine<> first = std::move(heap_.back().coroutine);
    heap_.pop_back();
    return first;
  }

 private:
  struct Sleeper {
    Clock::time_point until;
    std::uint64_t number;  // in which order they asked
    Coroutine<> coroutine;
  };

  static bool comes_after(const Sleeper& left, const Sleeper& right) {
    return std::pair(left.until, left.number) > std::pair(right.until, right.number);
  }

  std::vector<Sleeper> heap_;
  std::uint64_t next_ = 0;
};

}  // namespace exercise
