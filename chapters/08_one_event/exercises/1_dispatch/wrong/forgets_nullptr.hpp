// caught by: No event at all is an error that says so
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
    on<AsyncIO>([this](AsyncIO& io, Coroutine<> coroutine) {
      ch06::Waiters& waiters =
          io.direction() == Direction::readable ? readers_ : writers_;
      waiters.add(io.descriptor(), std::move(coroutine));
    });
    on<AsyncSleep>([this](AsyncSleep& sleep, Coroutine<> coroutine) {
      resume_at(sleep.until(), std::move(coroutine));
    });
    on<Spawn>([this](Spawn& spawn, Coroutine<> coroutine) {
      resume_at(Clock::now(), std::move(coroutine));
      resume_at(Clock::now(), spawn.take());
    });
  }

  Loop(const Loop&) = delete;

  /// Lets the handler answer the events of exactly this type, from now on.
  template <class Type>
  void on(std::function<void(Type&, Coroutine<>)> handler) {
    handlers_[typeid(Type)] = [handler](Event& event, Coroutine<> coroutine) {
      handler(static_cast<Type&>(event), std::move(coroutine));
    };
  }

  /// Hands the event, and the coroutine that waits for it, to the handler of its type;
  /// std::logic_error, with the event's repr(), if there is none.
  void answer(Event* event, Coroutine<> coroutine) {
    const auto found = handlers_.find(typeid(*event));
    if (found == handlers_.end()) throw ch05::unknown(event);
    found->second(*event, std::move(coroutine));
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
  using Handler = std::function<void(Event&, Coroutine<>)>;

  std::unordered_map<std::type_index, Handler> handlers_;
  ch05::Sleepers sleepers_;
  ch06::Waiters readers_, writers_;
};

}  // namespace exercise
