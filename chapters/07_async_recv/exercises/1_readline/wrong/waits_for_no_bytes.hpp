// caught by: To read no bytes is to wait for nothing
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "07_async_recv/async_recv.hpp"

namespace exercise {

using ch04::Coroutine;
using ch07::AsyncRecv;

/// A stream that ended too early, and what was left of it.
struct IncompleteRead : std::runtime_error {
  explicit IncompleteRead(std::string rest)
      : runtime_error("the stream has ended"), partial(std::move(rest)) {}

  std::string partial;
};

/// Gives what a connection receives by the line, or by the number of bytes.
class Reader {
 public:
  explicit Reader(int connection) : connection_(connection) {}

  /// Gives the next line, with its newline; at the end of the stream what is left.
  Coroutine<std::string> readline() {
    std::size_t searched = 0;
    while (buffer_.find('\n', searched) == std::string::npos) {
      searched = buffer_.size();
      Coroutine<bool> filling = fill();
      const bool filled = co_await filling;
      if (!filled) co_return take(buffer_.size());
    }
    co_return take(buffer_.find('\n', searched) + 1);
  }

  /// Gives exactly so many bytes; IncompleteRead if the stream ends before.
  Coroutine<std::string> readexactly(std::size_t amount) {
    while (buffer_.empty() || buffer_.size() < amount) {
      Coroutine<bool> filling = fill();
      const bool filled = co_await filling;
      if (!filled) throw IncompleteRead(take(buffer_.size()));
    }
    co_return take(amount);
  }

  /// The connection that is read.
  int connection() const { return connection_; }

 private:
  /// Receives something more; false if the stream has ended.
  Coroutine<bool> fill() {
    AsyncRecv event(connection_);
    const std::string received = co_await event;
    buffer_ += received;
    co_return !received.empty();
  }

  /// Takes so many bytes out of the buffer.
  std::string take(std::size_t amount) {
    std::string taken = buffer_.substr(0, amount);
    buffer_.erase(0, amount);
    return taken;
  }

  int connection_;
  std::string buffer_;
};

}  // namespace exercise
