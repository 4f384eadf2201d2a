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
#include "common/exercise.hpp"
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
inline Coroutine<common::Fd> connect(ch07::Address, Seconds) {
  throw common::Unwritten("connect(): ask the kernel, wait, and ask what came of it");
}

/// Runs all coroutines to their end; knows AsyncSleep and AsyncWriteable. What leaves a
/// coroutine leaves run(), and another event is a std::logic_error.
inline void run(std::vector<Coroutine<>>) {
  throw common::Unwritten("run(): wake who is ready, who is late, and who has slept");
}

}  // namespace exercise
