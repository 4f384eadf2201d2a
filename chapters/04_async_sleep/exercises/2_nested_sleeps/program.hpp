#pragma once

#include <chrono>
#include <functional>
#include <iostream>
#include <optional>
#include <string>

#include "04_async_sleep/async_sleep.hpp"

namespace exercise {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch04::Seconds;

inline Coroutine<> lullaby(std::string name, Seconds duration) {
  std::cout << name << " begins\n";
  co_await ch04::asleep(duration);
  std::cout << name << " ends\n";
}

inline Coroutine<> night() {
  std::cout << "night\n";
  Coroutine<> second = lullaby("second", Seconds(8));
  co_await lullaby("first", Seconds(2));
  co_await second;
  std::cout << "morning\n";
}

/// Drives the night by hand, for as long as `more` says so after each event.
inline void program(const std::function<bool()>& more) {
  const Clock::time_point start = Clock::now();
  Coroutine<> coroutine = night();
  std::cout << "the night is made\n";
  while (std::optional<Event*> event = coroutine.next()) {
    const auto* sleep = dynamic_cast<AsyncSleep*>(*event);
    std::cout << "sleep " << Seconds(sleep->until() - start).count() << "\n";
    if (!more()) return;
  }
}

}  // namespace exercise
