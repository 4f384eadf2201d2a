#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <string>
#include <thread>
#include <utility>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/connect.hpp"
#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"
#include "07_async_recv/serve.hpp"

using namespace ch07;
using ch05::elapsed;

/// Leaves the server's thread the time to send before it looks: chapter 07's download
/// looks at once, and how soon the thread runs is for the kernel to say.
Coroutine<> download(std::uint16_t port, std::size_t amount = 1024 * 32) {
  std::printf("connect localhost at %.2f\n", elapsed());
  const common::Fd connection = co_await connect("localhost", port);
  co_await ch04::asleep(ch04::Seconds(0.35));
  std::printf("read localhost at %.2f\n", elapsed());
  const std::string result = co_await AsyncRecv(connection.get(), amount);
  std::printf("done localhost at %.2f\n", elapsed());
  std::printf("got %zu B\n", result.size());
}

int main() {
  common::Fd listener = listen(0);
  const std::uint16_t port = port_of(listener.get());
  std::exception_ptr failure;
  {
    const std::jthread server(serve, std::move(listener), std::ref(failure));
    run(ch05::sleepy("background", 5), ch06::ready("/dev/urandom"), download(port));
  }
  if (failure) std::rethrow_exception(failure);
}
