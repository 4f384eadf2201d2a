#pragma once

#include <sys/select.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "07_async_recv/listen.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/fd.hpp"

namespace ch08 {

/// Sends back what it receives, to any number of clients at once. It must outlive the
/// loop that runs it.
class EchoServer {
 public:
  /// Listens on a port of 127.0.0.1; 0 is one that is free.
  explicit EchoServer(std::uint16_t port)
      : listener_(ch07::listen(port, SOCK_NONBLOCK)) {}

  /// The port that it listens on.
  std::uint16_t port() const { return ch07::port_of(listener_.get()); }

  /// Accepts clients until stop(), and lets the loop run an echo() for each. Then waits
  /// until all are silent, takes no more input, and every echo() ends with what it has.
  Coroutine<> serve() {
    while (!stopping_) {
      bool full = false;
      common::Fd connection;
      try {
        Coroutine<common::Fd> accepted = accept(listener_.get());
        connection = co_await accepted;
      } catch (const std::system_error& error) {
        if (stopping_) break;
        if (!passes(error.code().value())) throw;
        full = error.code().value() != ECONNABORTED;
      }
      if (full)
        co_await ch04::asleep(ch04::Seconds(1));  // asyncio's ACCEPT_RETRY_DELAY
      if (connection.get() < 0 || connection.get() >= FD_SETSIZE) continue;
      Spawn client(echo(std::move(connection)));
      co_await client;
    }
    co_await silence();
    for (int connection : connections_) ::shutdown(connection, SHUT_RD);
  }

  /// Takes no more clients: those that are there get back what they have sent, and then
  /// serve() and every echo() end.
  void stop() {
    stopping_ = true;
    ::shutdown(listener_.get(), SHUT_RD);
  }

 private:
  /// True for an error of accept() that is gone after a while.
  static bool passes(int error) {
    return error == ECONNABORTED || error == EMFILE || error == ENFILE ||
           error == ENOBUFS || error == ENOMEM;
  }

  /// Waits until nothing has come in for a tenth of a second; one second at most, for
  /// a client that never stops sending must not keep the server from stopping.
  Coroutine<> silence() {
    for (int i = 0; i < 10; ++i) {
      const std::size_t before = received_;
      co_await ch04::asleep(ch04::Seconds(0.1));
      if (received_ == before) break;
    }
  }

  Coroutine<> echo(common::Fd connection) {
    const int descriptor = connection.get();
    connections_.insert(descriptor);
    try {
      while (true) {
        Coroutine<std::string> received = recv(descriptor, 1, 65536);
        std::string data = co_await received;
        if (data.empty()) break;
        received_ += data.size();
        Coroutine<> sent = send_all(descriptor, std::move(data));
        co_await sent;
      }
    } catch (const std::system_error&) {
      // The client has gone, and with it whom to tell.
    }
    connections_.erase(descriptor);
  }

  common::Fd listener_;
  std::set<int> connections_;
  std::size_t received_ = 0;
  bool stopping_ = false;
};

}  // namespace ch08
