#pragma once

#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>

#include "common/fd.hpp"

namespace ch01 {

/// Receives at most `amount` bytes; nullopt, Solution 4's SUSPEND, if the socket, which
/// must not block, has nothing yet.
inline std::optional<std::string> receive(int socket, std::size_t amount) {
  std::string bytes(amount, 0);
  const ssize_t count = ::recv(socket, bytes.data(), amount, 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(common::check(count, "recv")));
  return bytes;
}

/// Solution 4's desugaring of a function that prints, awaits a read and prints. Each
/// call gives true once it is done, false if it has to be called again.
class Reader {
 public:
  explicit Reader(int socket) : socket_(socket) {}

  /// The trap: what stands before the await, in the same part, runs again each time.
  bool operator()() {
    std::cout << "asking\n";
    const std::optional<std::string> data = receive(socket_, 1024);
    if (!data) return false;
    std::cout << "got " << *data << "\n";
    return true;
  }

 private:
  int socket_;
};

/// The cure: a position of its own for every await, so that to come back is to come
/// back to the await.
class CuredReader {
 public:
  explicit CuredReader(int socket) : socket_(socket) {}

  bool operator()() {
    switch (position_) {
      case 0:
        std::cout << "asking\n";
        position_ = 1;
        [[fallthrough]];
      default:
        const std::optional<std::string> data = receive(socket_, 1024);
        if (!data) return false;
        std::cout << "got " << *data << "\n";
        return true;
    }
  }

 private:
  int socket_;
  int position_ = 0;
};

}  // namespace ch01
