#pragma once

#include <cstdio>
#include <string>

#include "04_async_sleep/async_sleep.hpp"

namespace ch05 {

using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;

/// Seconds since this was first asked: the time that the programs print.
inline double elapsed() {
  static const Clock::time_point start = Clock::now();
  return Seconds(Clock::now() - start).count();
}

/// Prints a line, and sleeps 0.1 s, `count` times over.
inline Coroutine<> sleepy(std::string identifier = "coroutine", int count = 5) {
  for (int i = 0; i < count; ++i) {
    std::printf("%s step %d at %.2f\n", identifier.c_str(), i + 1, elapsed());
    co_await ch04::asleep(Seconds(0.1));
  }
}

}  // namespace ch05
