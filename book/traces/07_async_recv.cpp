// Chapter 07's program, traced.

#include <poll.h>

#include <cstdint>
#include <functional>
#include <semaphore>
#include <thread>
#include <utility>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "07_async_recv/download.hpp"
#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"
#include "07_async_recv/serve.hpp"
#include "book/traces/localhost.hpp"
#include "common/trace.hpp"

using namespace ch07;
using ch05::sleepy;
using ch06::ready;
using common::traced;

std::binary_semaphore turn(0);

/// Serves, but not before it is the server's turn.
void serve_in_turn(std::stop_token stop, common::Fd listener,
                   std::exception_ptr& failure) {
  turn.acquire();
  serve(stop, std::move(listener), failure);
}

/// Gives the server its turn when the download first finds nothing to receive, and goes
/// on when it is done. Of all the orders in which two threads can run this is one, and
/// it is the same every time.
Coroutine<> with_server(Coroutine<> download) {
  bool served = false;
  while (std::optional<Event*> event = download.next()) {
    if (auto* recv = dynamic_cast<AsyncRecv*>(*event); recv && !served) {
      turn.release();
      pollfd end{recv->connection(), POLLRDHUP, 0};
      common::check(::poll(&end, 1, -1), "poll");
      served = true;
    }
    co_yield *event;
  }
}

int main() {
  common::Fd listener = listen(0);
  const std::uint16_t port = port_of(listener.get());
  std::exception_ptr failure;
  const std::jthread server(serve_in_turn, std::move(listener), std::ref(failure));
  Coroutine<> sleeping = traced("background", sleepy("background", 5));
  Coroutine<> reading = traced("ready", ready("/dev/urandom"));
  Coroutine<> receiving = traced("download", download(port));
  run(std::move(sleeping), std::move(reading), with_server(std::move(receiving)));
}
