#pragma once

#include <functional>
#include <optional>
#include <typeindex>
#include <typeinfo>
#include <unordered_map>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"
#include "06_async_read/waiters.hpp"
#include "07_async_recv/wait.hpp"
#include "08_one_event/async_io.hpp"
#include "08_one_event/spawn.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch08::AsyncIO;
using ch08::Direction;
using ch08::Spawn;

/// Chapter 08's loop, which looks up in a table how an event is answered.
class Loop {
 public:
  /// A loop that answers AsyncIO, AsyncSleep and Spawn.
  Loop() {
    // Call on() three times here, once you have written it.
  }

  Loop(const Loop&) = delete;

  /// Lets the handler answer the events of exactly this type, from now on.
  template <class Type>
  void on(std::function<void(Type&, Coroutine<>)> /*handler*/) {
    throw common::Unwritten("Loop::on(): put the handler into the table");
  }

  /// Hands the event, and the coroutine that waits for it, to the handler of its type;
  /// std::logic_error, with the event's repr(), if there is none.
  void answer(Event* /*event*/, Coroutine<> /*coroutine*/) {
    throw common::Unwritten("Loop::answer(): look the handler up, and call it");
  }

  /// Resumes the coroutine once this time has come.
  void resume_at(Clock::time_point time, Coroutine<> coroutine) {
    sleepers_.push(time, std::move(coroutine));
  }

  /// Runs all coroutines, and those that they spawn, to their end.
  void run(std::vector<Coroutine<>> coroutines) {
    for (Coroutine<>& coroutine : coroutines)
      resume_at(Clock::time_point(), std::move(coroutine));
    while (!sleepers_.empty() || !readers_.empty() || !writers_.empty()) {
      for (Coroutine<>& coroutine : ch07::wait(sleepers_, readers_, writers_)) {
        const std::optional<Event*> event = coroutine.next();
        if (event) answer(*event, std::move(coroutine));
      }
    }
  }

 private:
  ch05::Sleepers sleepers_;
  ch06::Waiters readers_, writers_;
};

}  // namespace exercise
