// caught by: The end is the end even if nobody was there before
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <utility>

#include "06_async_read/async_read.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Coroutine;

/// Chapter 06's event, reading one byte at a time; its loop knows it as an AsyncRead.
class ByteRead : public ch06::AsyncRead {
 public:
  explicit ByteRead(int file, std::size_t amount = 1)
      : AsyncRead(file, amount), amount_(amount) {}

  Coroutine<std::string> operator co_await() {
    std::string buffer;
    while (buffer.size() < amount_) {
      co_yield this;
      char byte;
      const ssize_t count = ::read(file(), &byte, 1);
      if (count <= 0) {
        if (errno == EAGAIN || errno == EINTR) continue;
        common::check(count, "read");
        break;
      }
      buffer.push_back(byte);
    }
    co_return buffer;
  }

 private:
  std::size_t amount_;
};

}  // namespace exercise
