#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>

#include "common/fd.hpp"

namespace ch07 {

/// A socket that listens on a port of 127.0.0.1 (0: one that is free); `flags` can be
/// SOCK_NONBLOCK. Python's socket.create_server.
inline common::Fd listen(std::uint16_t port, int flags = 0) {
  const int type = SOCK_STREAM | SOCK_CLOEXEC | flags;
  common::Fd listener(common::check(::socket(AF_INET, type, 0), "socket"));
  const int yes = 1;
  common::check(
      ::setsockopt(listener.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes),
      "setsockopt");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address);
  common::check(::bind(listener.get(), generic, sizeof address), "bind");
  common::check(::listen(listener.get(), SOMAXCONN), "listen");
  return listener;
}

/// The port of this side of a socket. Python's socket.getsockname()[1].
inline std::uint16_t port_of(int socket) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  common::check(::getsockname(socket, generic, &size), "getsockname");
  return ntohs(address.sin_port);
}

}  // namespace ch07
