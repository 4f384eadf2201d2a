#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/connect.hpp"
#include "common/fd.hpp"

namespace ch07 {

/// Connects, a little later than the others begin, and receives `amount` bytes.
inline Coroutine<> download(std::uint16_t port, std::size_t amount = 1024 * 32) {
  co_await ch04::asleep(ch04::Seconds(0.15));
  std::printf("read localhost at %.2f\n", ch05::elapsed());
  const common::Fd connection = co_await connect("localhost", port);
  const std::string result = co_await AsyncRecv(connection.get(), amount);
  std::printf("done localhost at %.2f\n", ch05::elapsed());
  std::printf("got %zu B\n", result.size());
}

}  // namespace ch07
