// caught by: One event can be awaited again, and writes all of it again
#pragma once

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "06_async_read/run.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch06::AsyncRead;

/// The event of a file becoming writeable; to await it is to write all of the data.
class AsyncWrite : public Event {
 public:
  AsyncWrite(int file, std::string data) : file_(file), data_(std::move(data)) {}

  /// The descriptor that the coroutine waits for.
  int file() const { return file_; }

  std::string repr() const override {
    return "AsyncWrite(file=" + std::to_string(file_) + ")";
  }

  /// Gives the number of bytes written.
  Coroutine<std::size_t> operator co_await() {
    while (written_ < data_.size()) {
      co_yield this;
      const std::size_t piece = std::min<std::size_t>(1024, data_.size() - written_);
      const ssize_t count = ::write(file_, data_.data() + written_, piece);
      if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      written_ += static_cast<std::size_t>(common::check(count, "write"));
    }
    co_return written_;
  }

 private:
  int file_;
  std::string data_;
  std::size_t written_ = 0;
};

/// Chapter 6's run(), which knows AsyncWrite too.
inline void run(std::vector<Coroutine<>> coroutines) {
  ch05::Sleepers sleepers;
  ch06::Waiters readers, writers;
  for (Coroutine<>& coroutine : coroutines)
    sleepers.push(Clock::time_point(), std::move(coroutine));
  while (!sleepers.empty() || !readers.empty() || !writers.empty()) {
    std::optional<Clock::time_point> until;
    if (!sleepers.empty()) until = sleepers.until();
    const ch06::Ready ready =
        ch06::select(readers.descriptors(), writers.descriptors(), until);
    std::vector<Coroutine<>> runnable;
    for (int file : ready.readable) runnable.push_back(readers.take(file));
    for (int file : ready.writeable) runnable.push_back(writers.take(file));
    const Clock::time_point now = Clock::now();
    while (!sleepers.empty() && sleepers.until() <= now)
      runnable.push_back(sleepers.pop());
    for (Coroutine<>& coroutine : runnable) {
      const std::optional<Event*> event = coroutine.next();
      if (!event) continue;
      if (auto* sleep = dynamic_cast<AsyncSleep*>(*event))
        sleepers.push(sleep->until(), std::move(coroutine));
      else if (auto* read = dynamic_cast<AsyncRead*>(*event))
        readers.add(read->file(), std::move(coroutine));
      else if (auto* write = dynamic_cast<AsyncWrite*>(*event))
        writers.add(write->file(), std::move(coroutine));
      else
        throw ch05::unknown(*event);
    }
  }
}

}  // namespace exercise
