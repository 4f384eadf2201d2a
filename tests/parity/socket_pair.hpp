#pragma once

#include <sys/socket.h>

#include <string>

#include "common/fd.hpp"

namespace parity {

/// Two connected sockets; ours does not block. Python's socket.socketpair.
class SocketPair {
 public:
  SocketPair() {
    int ends[2];
    const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    ours_ = common::Fd(ends[0]);
    theirs_ = common::Fd(ends[1]);
  }

  /// The descriptor of our end.
  int ours() const { return ours_.get(); }

  /// The descriptor of the other end.
  int theirs() const { return theirs_.get(); }

  /// The other end sends to ours.
  void send(const std::string& data) const {
    common::check(::send(theirs_.get(), data.data(), data.size(), MSG_NOSIGNAL),
                  "send");
  }

  /// The other end closes.
  void hang_up() { theirs_.close(); }

 private:
  common::Fd ours_, theirs_;
};

}  // namespace parity
