#pragma once

#include <fcntl.h>

#include <cstddef>
#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/async_read.hpp"
#include "common/fd.hpp"

namespace ch06 {

/// Reads `amount` bytes of a file, and says when it began and when it was done.
inline Coroutine<> ready(std::string path, std::size_t amount = 1024 * 32) {
  std::printf("read %s at %.2f\n", path.c_str(), ch05::elapsed());
  const common::Fd file(
      common::check(::open(path.c_str(), O_RDONLY | O_CLOEXEC), "open"));
  const std::string result = co_await AsyncRead(file.get(), amount);
  std::printf("done %s at %.2f\n", path.c_str(), ch05::elapsed());
  std::printf("got %zu B\n", result.size());
}

}  // namespace ch06
