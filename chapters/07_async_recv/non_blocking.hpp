#pragma once

#include <fcntl.h>

#include <cerrno>
#include <stdexcept>
#include <string>

#include "common/fd.hpp"

namespace ch07 {

/// True for the error that stands for "not now": Python's BlockingIOError.
inline bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

/// Gives the descriptor back if calls on it never block, else a std::invalid_argument.
/// Python's assert not connection.getblocking().
inline int non_blocking(int descriptor) {
  const int flags = common::check(::fcntl(descriptor, F_GETFL), "fcntl");
  if (!(flags & O_NONBLOCK))
    throw std::invalid_argument("descriptor " + std::to_string(descriptor) +
                                " must be non-blocking");
  return descriptor;
}

/// Makes calls on the descriptor never block. Python's socket.setblocking(False).
inline void set_non_blocking(int descriptor) {
  const int flags = common::check(::fcntl(descriptor, F_GETFL), "fcntl");
  common::check(::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK), "fcntl");
}

}  // namespace ch07
