// A record of four bytes is wanted from a peer who sends two and hangs up; traced until
// somebody has seen enough.

#include <sys/socket.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "07_async_recv/run.hpp"
#include "common/fd.hpp"
#include "common/trace.hpp"

#include EXERCISE

namespace {

using ch04::Clock;
using ch04::Coroutine;
using common::traced;

Coroutine<> receives(common::Fd connection) {
  exercise::RecordRecv event(connection.get(), 4);
  const std::string record = co_await event;
  std::printf("has %zu bytes\n", record.size());
}

/// Looks on for some turns.
Coroutine<> looks_on(int turns) {
  while (turns-- > 0) {
    ch04::AsyncSleep turn(Clock::now());
    co_await turn;
  }
  throw std::runtime_error("has seen enough");
}

}  // namespace

int main() try {
  int ends[2];
  const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
  common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
  common::Fd ours(ends[0]), theirs(ends[1]);
  common::check(::send(theirs.get(), "ab", 2, 0), "send");
  theirs.close();
  ch07::run(traced("server", receives(std::move(ours))), traced("watch", looks_on(3)));
} catch (const std::runtime_error& enough) {
  std::puts(enough.what());
}
