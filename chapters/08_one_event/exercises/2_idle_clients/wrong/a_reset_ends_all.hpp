// caught by: Who is cut off is let go, and nothing more
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

/// What an echo and its watcher share.
struct Client {
  explicit Client(common::Fd fd) : connection(std::move(fd)) {}

  common::Fd connection;
  Clock::time_point moved = Clock::now();  // when a byte did, last
};

/// Shuts the connection down once nothing has moved for so long.
inline Coroutine<> watch(std::shared_ptr<Client> client, Seconds patience) {
  const auto span = std::chrono::duration_cast<Clock::duration>(patience);
  while (client->connection.get() >= 0 && client->moved + span > Clock::now()) {
    ch04::AsyncSleep sleep(client->moved + span);
    co_await sleep;
  }
  if (client->connection.get() >= 0) ::shutdown(client->connection.get(), SHUT_RDWR);
}

/// Sends back what it receives, until the client has sent all, or nothing has been
/// received or sent for so long.
inline Coroutine<> echo(common::Fd connection, Seconds patience) {
  auto client = std::make_shared<Client>(std::move(connection));
  ch08::Spawn watcher(watch(client, patience));
  co_await watcher;
  while (true) {
    Coroutine<std::string> receiving = ch08::recv(client->connection.get());
    std::string data = co_await receiving;
    if (data.empty()) break;
    client->moved = Clock::now();
    Coroutine<> sending = ch08::send_all(client->connection.get(), std::move(data));
    try {
      co_await sending;
    } catch (const std::system_error&) {
      break;  // it was let go while it did not read
    }
    client->moved = Clock::now();
  }
  client->connection.close();
}

}  // namespace exercise
