#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"

// Coroutines to run in tests. They write what they do into a log, which is looked at
// afterwards.
namespace run_test {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch04::Seconds;
using Times = std::vector<Clock::time_point>;
using std::chrono::milliseconds;

/// What a coroutine holds, so that one can see whether it has let go.
using Held = std::shared_ptr<int>;

struct Oops {};

/// Writes its name.
inline Coroutine<> say(std::string& log, std::string name) {
  log += name;
  co_return;
}

/// Waits for one deadline after the other, and writes its name at each.
inline Coroutine<> wake(std::string& log, std::string name, Times deadlines) {
  for (Clock::time_point until : deadlines) {
    co_await AsyncSleep(until);
    log += name;
  }
}

/// Waits `times` times for a deadline that has come, and writes its name at each.
inline Coroutine<> insist(std::string& log, std::string name, int times) {
  for (int i = 0; i < times; ++i) {
    co_await AsyncSleep(Clock::now());
    log += name;
  }
}

/// Sleeps 0.1 s at a time, and writes its name and the tenths of a second at each step.
inline Coroutine<> step(std::string& log, std::string name, int steps) {
  const Clock::time_point start = Clock::now();
  for (int i = 0; i < steps; ++i) {
    const auto tenths = (Clock::now() - start) / milliseconds(100);
    log += name + std::to_string(tenths) + " ";
    co_await ch04::asleep(Seconds(0.1));
  }
}

inline Coroutine<> fail(Clock::time_point until) {
  co_await AsyncSleep(until);
  throw Oops();
}

inline Coroutine<> fail_at_once() {
  throw Oops();
  co_return;
}

inline Coroutine<> hold([[maybe_unused]] Held held, Clock::time_point until) {
  co_await AsyncSleep(until);
}

/// Holds twice: in its own frame, and in that of the one it awaits.
inline Coroutine<> hold_deep(Held held, Clock::time_point until) {
  Coroutine<> inner = hold(held, until);
  co_await inner;
}

/// An event that no loop knows.
class AsyncTea : public Event {
  std::string repr() const override { return "AsyncTea(cups=2)"; }
};

inline Coroutine<> wait_for_tea() {
  AsyncTea tea;
  co_await tea;
}

inline Coroutine<> yield_nullptr() { co_yield nullptr; }

}  // namespace run_test
