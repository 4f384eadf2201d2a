// caught by: What becomes writeable in time goes on then, and not at the deadline
#pragma once

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/sleepers.hpp"
#include "05_naive_loop/unknown.hpp"
#include "06_async_read/select.hpp"
#include "07_async_recv/address.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch04::Seconds;

/// The event of a descriptor becoming writeable before the time is over; if it does
/// not, the loop throws std::errc::timed_out, a std::system_error, to who awaits it.
class AsyncWriteable : public Event {
 public:
  AsyncWriteable(int descriptor, Clock::time_point until)
      : descriptor_(descriptor), until_(until) {}

  /// The descriptor that the coroutine waits for.
  int descriptor() const { return descriptor_; }

  /// The deadline.
  Clock::time_point until() const { return until_; }

  std::string repr() const override {
    return "AsyncWriteable(descriptor=" + std::to_string(descriptor_) + ")";
  }

 private:
  int descriptor_;
  Clock::time_point until_;
};

/// Connects to the address; gives a socket that does not block. A std::system_error
/// says why there is none: connect()'s own, or timed_out after so long.
inline Coroutine<common::Fd> connect(ch07::Address address, Seconds timeout) {
  const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
  common::Fd connection(common::check(::socket(address.family(), type, 0), "socket"));
  if (::connect(connection.get(), address.get(), address.size()) < 0) {
    if (errno != EINPROGRESS) common::check(-1, "connect");
    AsyncWriteable writeable(connection.get(), ch04::after(timeout));
    co_await writeable;
    int error = 0;
    socklen_t size = sizeof error;
    common::check(::getsockopt(connection.get(), SOL_SOCKET, SO_ERROR, &error, &size),
                  "getsockopt");
    if (error) throw std::system_error(error, std::generic_category(), "connect");
  }
  co_return connection;
}

/// Who waits for a descriptor, and until when.
struct Waiter {
  int descriptor;
  Clock::time_point until;
  Coroutine<> coroutine;
};

/// Who may go on, and whether that is because the time is over.
struct Step {
  Coroutine<> coroutine;
  bool late = false;
};

/// Lets the kernel wait until at least one coroutine may go on, and takes out all that
/// may: who is ready, who is late, and the sleepers that are due.
inline std::vector<Step> wait(ch05::Sleepers& sleepers, std::vector<Waiter>& waiters) {
  std::optional<Clock::time_point> until;
  if (!sleepers.empty()) until = sleepers.until();
  for (const Waiter& waiter : waiters)
    until = std::min(until.value_or(waiter.until), waiter.until);
  ch06::select({}, {}, until);
  const Clock::time_point now = Clock::now();
  std::vector<Step> steps;
  for (Waiter& waiter : std::exchange(waiters, {})) {
    if (waiter.until <= now) {
      const bool late = ch06::select({}, {waiter.descriptor}, now).writeable.empty();
      steps.push_back({std::move(waiter.coroutine), late});
    } else {
      waiters.push_back(std::move(waiter));
    }
  }
  while (!sleepers.empty() && sleepers.until() <= now)
    steps.push_back({sleepers.pop()});
  return steps;
}

/// Runs all coroutines to their end; knows AsyncSleep and AsyncWriteable. What leaves a
/// coroutine leaves run(), and another event is a std::logic_error.
inline void run(std::vector<Coroutine<>> coroutines) {
  const std::system_error late(ETIMEDOUT, std::generic_category(), "AsyncWriteable");
  ch05::Sleepers sleepers;
  std::vector<Waiter> waiters;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty() || !waiters.empty()) {
    for (Step& step : wait(sleepers, waiters)) {
      std::optional<Event*> event =
          step.late ? step.coroutine.throw_(std::make_exception_ptr(late))
                    : step.coroutine.next();
      if (!event) continue;
      if (auto* sleep = dynamic_cast<ch04::AsyncSleep*>(*event))
        sleepers.push(sleep->until(), std::move(step.coroutine));
      else if (auto* writeable = dynamic_cast<AsyncWriteable*>(*event))
        waiters.push_back(
            {writeable->descriptor(), writeable->until(), std::move(step.coroutine)});
      else
        throw ch05::unknown(*event);
    }
  }
}

}  // namespace exercise
