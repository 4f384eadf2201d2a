#include <sys/socket.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <thread>
#include <utility>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "07_async_recv/connect.hpp"
#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"

using namespace ch07;
using ch05::elapsed;
using ch05::sleepy;
using ch06::ready;

/// Serves one client, the old way: a thread that blocks. Sends 32 KiB.
void serve(common::Fd listener) try {
  const common::Fd client(
      common::check(::accept(listener.get(), nullptr, nullptr), "accept"));
  const std::string data(1024 * 32, 'x');
  std::size_t sent = 0;
  while (sent < data.size()) {
    const ssize_t count =
        ::send(client.get(), data.data() + sent, data.size() - sent, MSG_NOSIGNAL);
    sent += static_cast<std::size_t>(common::check(count, "send"));
  }
} catch (const std::exception& error) {
  std::fprintf(stderr, "server: %s\n", error.what());
}

/// Connects, a little later than the others begin, and receives `amount` bytes.
Coroutine<> download(std::uint16_t port, std::size_t amount = 1024 * 32) {
  co_await ch04::asleep(ch04::Seconds(0.15));
  std::printf("read localhost at %.2f\n", elapsed());
  const common::Fd connection = co_await connect("localhost", port);
  const std::string result = co_await AsyncRecv(connection.get(), amount);
  std::printf("done localhost at %.2f\n", elapsed());
  std::printf("got %zu B\n", result.size());
}

int main() try {
  common::Fd listener = listen(0);
  const std::uint16_t port = port_of(listener.get());
  std::jthread server(serve, std::move(listener));
  run(sleepy("background", 5), ready("/dev/urandom"), download(port));
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
