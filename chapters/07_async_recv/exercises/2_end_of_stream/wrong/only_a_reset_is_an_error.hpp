// caught by: Any other error is an error, too
#pragma once

#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <string>

#include "07_async_recv/async_recv.hpp"

namespace exercise {

using ch04::Coroutine;

/// Chapter 07's event, for one record of a fixed size; its loop knows it as an
/// AsyncRecv.
class RecordRecv : public ch07::AsyncRecv {
 public:
  RecordRecv(int connection, std::size_t size) : AsyncRecv(connection), size_(size) {}

  Coroutine<std::string> operator co_await() {
    std::string record(size_, 0);
    std::size_t received = 0;
    while (received < size_) {
      const ssize_t count =
          ::recv(connection(), record.data() + received, size_ - received, 0);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && ch07::would_block(errno)) {
        co_yield this;
        continue;
      }
      if (count < 0 && errno == ECONNRESET) common::check(count, "recv");
      if (count <= 0) break;
      received += static_cast<std::size_t>(count);
    }
    record.resize(received);
    co_return record;
  }

 private:
  std::size_t size_;
};

}  // namespace exercise
