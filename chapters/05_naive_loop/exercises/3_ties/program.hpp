#pragma once

#include <chrono>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/run.hpp"

namespace exercise {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;

/// The whole seconds since then.
inline long since(Clock::time_point start) {
  return std::chrono::floor<std::chrono::seconds>(Clock::now() - start).count();
}

/// Sleeps until each of these seconds after the start, and says each time who wakes,
/// and when.
inline Coroutine<> wakes(std::string name, std::vector<int> seconds,
                         Clock::time_point start) {
  for (int second : seconds) {
    AsyncSleep sleep(start + std::chrono::seconds(second));
    co_await sleep;
    std::cout << name << " at " << since(start) << "\n";
  }
}

/// Sleeps until second 1 after the start, and then works for so long: the thread does
/// nothing else.
inline Coroutine<> works(int seconds, Clock::time_point start) {
  AsyncSleep sleep(start + std::chrono::seconds(1));
  co_await sleep;
  std::cout << "work from " << since(start) << "\n";
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  std::cout << "work to " << since(start) << "\n";
}

/// Three who sleep until the same seconds, or until one that is over.
inline void ties() {
  const Clock::time_point start = Clock::now();
  ch05::run(wakes("a", {2, 1, 3}, start), wakes("b", {1, 2}, start),
            wakes("c", {0, 2}, start));
}

/// The same three beside somebody who works for three seconds.
inline void busy() {
  const Clock::time_point start = Clock::now();
  ch05::run(wakes("a", {2, 1, 3}, start), works(3, start), wakes("b", {1, 2}, start),
            wakes("c", {0, 2}, start));
}

}  // namespace exercise
