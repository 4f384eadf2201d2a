#include <sys/socket.h>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "05_naive_loop/sleepy.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/run.hpp"
#include "common/fd.hpp"
#include "show.hpp"
#include "socket_pair.hpp"

using namespace ch07;
using ch05::elapsed;
using namespace parity;

Coroutine<> receive(int connection, std::vector<std::size_t> amounts) {
  for (std::size_t amount : amounts) {
    const std::string data = co_await AsyncRecv(connection, amount);
    std::printf("wanted %zu B, got %zu B at %.2f\n", amount, data.size(), elapsed());
  }
}

Coroutine<> hang_up(SocketPair* sockets) {
  co_await ch04::asleep(ch04::Seconds(0.12));
  sockets->send("world");
  sockets->hang_up();
}

int main() {
  {
    SocketPair sockets;
    sockets.send("hello");
    run(receive(sockets.ours(), {3, 100, 100}), hang_up(&sockets),
        ch05::sleepy("background", 2));
  }
  SocketPair sockets;
  common::check(::send(sockets.ours(), "unread", 6, MSG_NOSIGNAL), "send");
  sockets.hang_up();
  show([&] { run(receive(sockets.ours(), {100})); });
}
