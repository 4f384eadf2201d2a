#pragma once

#include <sys/socket.h>

#include <cstddef>
#include <exception>
#include <stop_token>
#include <string>

#include "common/fd.hpp"

namespace ch07 {

/// Serves one client, the old way: a thread that blocks. Sends 32 KiB. A request to
/// stop ends the wait for the client. An exception cannot leave a thread: it is left in
/// `failure`.
inline void serve(std::stop_token stop, common::Fd listener,
                  std::exception_ptr& failure) try {
  const std::stop_callback wake(stop,
                                [&listener] { ::shutdown(listener.get(), SHUT_RD); });
  const int accepted = ::accept(listener.get(), nullptr, nullptr);
  if (accepted < 0 && stop.stop_requested()) return;
  const common::Fd client(common::check(accepted, "accept"));
  const std::string data(1024 * 32, 'x');
  std::size_t sent = 0;
  while (sent < data.size()) {
    const ssize_t count =
        ::send(client.get(), data.data() + sent, data.size() - sent, MSG_NOSIGNAL);
    sent += static_cast<std::size_t>(common::check(count, "send"));
  }
} catch (...) {
  failure = std::current_exception();
}

}  // namespace ch07
