#include <cstddef>
#include <string>

#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"
#include "show.hpp"
#include "socket_pair.hpp"

using namespace ch08;
using namespace parity;

Coroutine<> send(int connection) {
  Coroutine<> sending = send_all(connection, std::string(10, 'x'));
  co_await sending;
  print("sent");
}

Coroutine<> read_slowly(SocketPair* sockets, std::size_t amount) {
  Coroutine<std::string> receiving = recv(sockets->theirs(), amount);
  const std::string data = co_await receiving;
  print("received", data.size(), "B, and hangs up");
  sockets->hang_up();
}

Coroutine<> send_much(int connection) {
  Coroutine<> sending = send_all(connection, std::string(10'000'000, 'x'));
  co_await sending;
}

int main() {
  {
    SocketPair sockets;
    sockets.hang_up();
    show([&] { run(send(sockets.ours())); });
  }
  SocketPair sockets;
  show([&] { run(send_much(sockets.ours()), read_slowly(&sockets, 4096)); });
  print("still here");
}
