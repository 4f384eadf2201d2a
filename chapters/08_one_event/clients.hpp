#pragma once

#include <cstdint>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "08_one_event/echo_server.hpp"
#include "08_one_event/operations.hpp"
#include "common/fd.hpp"

namespace ch08 {

/// Connects, sends a message and waits until all of it has come back; a
/// std::runtime_error if the server goes before that.
inline Coroutine<> client(std::uint16_t port, std::string message) {
  const common::Fd connection = co_await connect("localhost", port);
  co_await send_all(connection.get(), message);
  std::printf("sent %s at %.2f\n", message.c_str(), ch05::elapsed());
  const std::string echo = co_await recv(connection.get(), message.size());
  if (echo != message) throw std::runtime_error("no echo of " + message);
  std::printf("got  %s at %.2f\n", echo.c_str(), ch05::elapsed());
}

/// Talks to the server as three clients, one after the other, and stops it.
inline Coroutine<> clients(EchoServer& server) {
  for (std::string message : {"one", "two", "three"}) {
    co_await client(server.port(), message);
    co_await ch04::asleep(ch04::Seconds(0.1));
  }
  server.stop();
}

}  // namespace ch08
