#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/run.hpp"
#include "socket_pair.hpp"

using namespace ch07;

using Amounts = std::pair<std::size_t, std::size_t>;

Coroutine<> receive(int connection) {
  for (const auto& [amount, read_buffer] :
       {Amounts(4, 8), Amounts(8, 8), Amounts(3, 2)}) {
    const std::string data = co_await AsyncRecv(connection, amount, read_buffer);
    std::printf("asked for %zu B, %zu at a time, got %s\n", amount, read_buffer,
                data.c_str());
  }
}

int main() {
  const parity::SocketPair sockets;
  sockets.send("abcdefghijklmnopqrst");
  run(receive(sockets.ours()));
}
