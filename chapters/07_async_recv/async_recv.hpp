#pragma once

#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "04_async_sleep/event.hpp"
#include "07_async_recv/non_blocking.hpp"
#include "common/fd.hpp"

namespace ch07 {

using ch04::Coroutine;
using ch04::Event;

/// The event of a connection having something to receive; to await it is to receive at
/// least `amount` bytes, `read_buffer` at a time, or what comes before the end of the
/// stream. It waits only if there is nothing; a socket that blocks is a
/// std::invalid_argument.
class AsyncRecv : public Event {
 public:
  explicit AsyncRecv(int connection, std::size_t amount = 1,
                     std::size_t read_buffer = 1024)
      : connection_(non_blocking(connection)), amount_(amount), chunk_(read_buffer, 0) {
    if (read_buffer == 0) throw std::invalid_argument("recv: an empty read buffer");
  }

  /// The descriptor that the coroutine waits for.
  int connection() const { return connection_; }

  std::string repr() const override {
    return "AsyncRecv(connection=" + std::to_string(connection_) +
           ", amount=" + std::to_string(amount_) +
           ", progress=" + std::to_string(buffer_.size()) + ")";
  }

  Coroutine<std::string> operator co_await() {
    while (buffer_.size() < amount_) {
      const ssize_t count = ::recv(connection_, chunk_.data(), chunk_.size(), 0);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && would_block(errno)) {
        co_yield this;
        continue;
      }
      if (common::check(count, "recv") == 0) break;
      buffer_.append(chunk_, 0, static_cast<std::size_t>(count));
    }
    co_return std::exchange(buffer_, {});
  }

 private:
  int connection_;
  std::size_t amount_;
  std::string chunk_;
  std::string buffer_;
};

}  // namespace ch07
