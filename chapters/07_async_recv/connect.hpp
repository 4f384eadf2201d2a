#pragma once

#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <exception>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "04_async_sleep/event.hpp"
#include "07_async_recv/address.hpp"
#include "07_async_recv/non_blocking.hpp"
#include "common/fd.hpp"

namespace ch07 {

using ch04::Coroutine;
using ch04::Event;

/// The event of a connection being there, or refused: the socket becomes writeable.
class AsyncConnect : public Event {
 public:
  AsyncConnect(int connection, Address address)
      : connection_(non_blocking(connection)), address_(address) {}

  /// The descriptor that the coroutine waits for.
  int connection() const { return connection_; }

  std::string repr() const override {
    return "AsyncConnect(connection=" + std::to_string(connection_) + ")";
  }

  Coroutine<> operator co_await() {
    while (::connect(connection_, address_.get(), address_.size()) < 0) {
      if (errno == EISCONN) break;
      if (errno == EINTR) continue;
      if (errno != EINPROGRESS && errno != EALREADY) common::check(-1, "connect");
      co_yield this;
    }
  }

 private:
  int connection_;
  Address address_;
};

/// Connects to the first of the host's addresses that answers; gives a socket that does
/// not block, or the last address's std::system_error. asyncio's loop.sock_connect.
inline Coroutine<common::Fd> connect(std::string host, std::uint16_t port) {
  std::exception_ptr failure;
  const std::vector<Address> addresses = resolve(host, port);
  for (const Address& address : addresses) {
    try {
      const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
      common::Fd connection(
          common::check(::socket(address.family(), type, 0), "socket"));
      AsyncConnect connected(connection.get(), address);
      co_await connected;
      co_return connection;
    } catch (const std::system_error&) {
      failure = std::current_exception();
    }
  }
  std::rethrow_exception(failure);
}

}  // namespace ch07
