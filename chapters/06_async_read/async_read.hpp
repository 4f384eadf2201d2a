#pragma once

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <string>
#include <utility>

#include "04_async_sleep/event.hpp"
#include "common/fd.hpp"

namespace ch06 {

using ch04::Coroutine;
using ch04::Event;

/// The event of a file becoming readable; to await it is to read `amount` bytes, or
/// what there is before the end of the file. A turn reads 1024 bytes at most, so that a
/// fast file leaves the others theirs.
class AsyncRead : public Event {
 public:
  explicit AsyncRead(int file, std::size_t amount = 1) : file_(file), amount_(amount) {}

  /// The descriptor that the coroutine waits for.
  int file() const { return file_; }

  std::string repr() const override {
    return "AsyncRead(file=" + std::to_string(file_) +
           ", amount=" + std::to_string(amount_) +
           ", progress=" + std::to_string(buffer_.size()) + ")";
  }

  Coroutine<std::string> operator co_await() {
    while (buffer_.size() < amount_) {
      co_yield this;
      char bytes[1024];
      const std::size_t wanted = std::min(sizeof bytes, amount_ - buffer_.size());
      const ssize_t count = ::read(file_, bytes, wanted);
      if (count < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (common::check(count, "read") == 0) break;
      buffer_.append(bytes, static_cast<std::size_t>(count));
    }
    co_return std::exchange(buffer_, {});
  }

 private:
  int file_;
  std::size_t amount_;
  std::string buffer_;
};

}  // namespace ch06
