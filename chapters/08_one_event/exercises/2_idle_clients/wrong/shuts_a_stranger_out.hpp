// caught by: Nobody is let go in place of one who has left
#pragma once

#include <sys/socket.h>

#include <chrono>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;

/// When a byte moved, last.
using Moved = std::shared_ptr<Clock::time_point>;

/// Shuts the connection down once nothing has moved for so long.
inline Coroutine<> watch(int connection, Moved moved, Seconds patience) {
  const auto span = std::chrono::duration_cast<Clock::duration>(patience);
  while (*moved + span > Clock::now()) {
    ch04::AsyncSleep sleep(*moved + span);
    co_await sleep;
  }
  ::shutdown(connection, SHUT_RDWR);
}

/// Sends back what it receives, until the client has sent all, or nothing has been
/// received or sent for so long.
inline Coroutine<> echo(common::Fd connection, Seconds patience) {
  auto moved = std::make_shared<Clock::time_point>(Clock::now());
  ch08::Spawn watcher(watch(connection.get(), moved, patience));
  co_await watcher;
  try {
    while (true) {
      Coroutine<std::string> receiving = ch08::recv(connection.get());
      std::string data = co_await receiving;
      if (data.empty()) break;
      *moved = Clock::now();
      Coroutine<> sending = ch08::send_all(connection.get(), std::move(data));
      co_await sending;
      *moved = Clock::now();
    }
  } catch (const std::system_error&) {
    // The client has gone, or was let go while it did not read.
  }
}

}  // namespace exercise
