#include <cstddef>
#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/run.hpp"
#include "socket_pair.hpp"

using namespace ch07;
using ch05::elapsed;
using parity::SocketPair;

Coroutine<> receive(int connection) {
  for (std::size_t amount : {5, 12}) {
    const std::string data = co_await AsyncRecv(connection, amount);
    std::printf("received %s at %.2f\n", data.c_str(), elapsed());
  }
}

Coroutine<> send(const SocketPair* sockets) {
  for (const char* word : {"good", "bye, world"}) {
    co_await ch04::asleep(ch04::Seconds(0.14));
    std::printf("sends %s at %.2f\n", word, elapsed());
    sockets->send(word);
  }
}

int main() {
  const SocketPair sockets;
  sockets.send("hello");
  run(receive(sockets.ours()), send(&sockets), ch05::sleepy("background", 4));
}
