#include <sys/socket.h>

#include <string>

#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/non_blocking.hpp"
#include "07_async_recv/run.hpp"
#include "common/fd.hpp"
#include "show.hpp"

using namespace ch07;
using namespace parity;

Coroutine<> receive(int connection) {
  const std::string data = co_await AsyncRecv(connection, 5);
  print("received", data);
}

int main() {
  int ends[2];
  const int type = SOCK_STREAM | SOCK_CLOEXEC;
  common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
  const common::Fd ours(ends[0]), theirs(ends[1]);
  common::check(::send(theirs.get(), "hello", 5, MSG_NOSIGNAL), "send");
  show([&] { run(receive(ours.get())); });
  set_non_blocking(ours.get());
  show([&] { run(receive(ours.get())); });
}
