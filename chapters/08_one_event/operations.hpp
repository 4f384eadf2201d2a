#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "07_async_recv/address.hpp"
#include "07_async_recv/non_blocking.hpp"
#include "08_one_event/async_io.hpp"
#include "common/fd.hpp"

namespace ch08 {

using ch07::Address;
using ch07::non_blocking;

/// Reads `amount` bytes, or what there is before the end of the file, 1024 at a time.
inline Coroutine<std::string> read(int file, std::size_t amount = 1) {
  std::string buffer;
  char bytes[1024];
  while (buffer.size() < amount) {
    const std::size_t wanted = std::min(sizeof bytes, amount - buffer.size());
    AsyncIO event(file, Direction::readable, "read",
                  [&bytes, file, wanted] { return ::read(file, bytes, wanted); });
    const ssize_t count = co_await event;
    if (count == 0) break;
    buffer.append(bytes, static_cast<std::size_t>(count));
  }
  co_return buffer;
}

/// Receives at least `amount` bytes, `read_buffer` at a time, or what comes before the
/// end of the stream. asyncio's loop.sock_recv, again and again.
inline Coroutine<std::string> recv(int connection, std::size_t amount = 1,
                                   std::size_t read_buffer = 1024) {
  if (read_buffer == 0) throw std::invalid_argument("recv: an empty read buffer");
  std::string buffer, chunk(read_buffer, 0);
  AsyncIO event(non_blocking(connection), Direction::readable, "recv",
                [&chunk, connection] {
                  return ::recv(connection, chunk.data(), chunk.size(), 0);
                });
  while (buffer.size() < amount) {
    const ssize_t count = co_await event;
    if (count == 0) break;
    buffer.append(chunk, 0, static_cast<std::size_t>(count));
  }
  co_return buffer;
}

/// Sends all of the data, in as many pieces as it takes; a peer that has gone is a
/// std::system_error (EPIPE) and no signal. asyncio's loop.sock_sendall.
inline Coroutine<> send_all(int connection, std::string data) {
  std::size_t sent = 0;
  AsyncIO event(non_blocking(connection), Direction::writeable, "send",
                [&data, &sent, connection] {
                  return ::send(connection, data.data() + sent, data.size() - sent,
                                MSG_NOSIGNAL);
                });
  while (sent < data.size()) {
    const ssize_t count = co_await event;
    sent += static_cast<std::size_t>(count);
  }
}

/// Waits for a client; gives its connection, which does not block. asyncio's
/// loop.sock_accept.
inline Coroutine<common::Fd> accept(int listener) {
  AsyncIO event(non_blocking(listener), Direction::readable, "accept", [listener] {
    return ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  });
  const ssize_t connection = co_await event;
  co_return common::Fd(static_cast<int>(connection));
}

/// Connects to the first of the host's addresses that answers; gives a socket that does
/// not block, or the last address's std::system_error. asyncio's loop.sock_connect.
inline Coroutine<common::Fd> connect(std::string host, std::uint16_t port) {
  std::exception_ptr failure;
  const std::vector<Address> addresses = ch07::resolve(host, port);
  for (const Address& address : addresses) {
    try {
      const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
      common::Fd connection(
          common::check(::socket(address.family(), type, 0), "socket"));
      const int descriptor = connection.get();
      AsyncIO event(
          descriptor, Direction::writeable, "connect", [descriptor, &address] {
            const int result = ::connect(descriptor, address.get(), address.size());
            return result < 0 && errno == EISCONN ? 0 : result;
          });
      co_await event;
      co_return connection;
    } catch (const std::system_error&) {
      failure = std::current_exception();
    }
  }
  std::rethrow_exception(failure);
}

}  // namespace ch08
