// caught by: Two of one name are two guests
#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Coroutine;
using ch08::Spawn;

/// A room in which each guest hears what the others say.
class Chat {
 public:
  /// Talks with one guest to the end: the first line is the name, all others are said.
  Coroutine<> welcome(common::Fd connection) {
    auto guest = std::make_shared<Guest>(std::move(connection));
    try {
      Coroutine<std::string> naming = readline(guest);
      std::string name = co_await naming;
      if (name.empty()) co_return;
      name.pop_back();
      guest->name = std::move(name);
      guests_.insert(guest);
      Coroutine<> coming = tell(guest, guest->name + " has come\n");
      co_await coming;
      while (true) {
        Coroutine<std::string> listening = readline(guest);
        const std::string line = co_await listening;
        if (line.empty()) break;
        Coroutine<> saying = tell(guest, guest->name + ": " + line);
        co_await saying;
      }
    } catch (const std::system_error&) {
      // The guest has gone, and the others hear of it below.
    }
    if (guests_.erase(guest) == 0) co_return;
    Coroutine<> leaving = tell(guest, guest->name + " has left\n");
    co_await leaving;
  }

 private:
  struct Guest {
    explicit Guest(common::Fd fd) : connection(std::move(fd)) {}

    common::Fd connection;
    std::string name, heard, outbox;
    bool sending = false;
  };
  using Handle = std::shared_ptr<Guest>;

  /// The guest's next line, with its newline; nothing at the end of the stream.
  static Coroutine<std::string> readline(Handle guest) {
    while (guest->heard.find('\n') == std::string::npos) {
      Coroutine<std::string> receiving = ch08::recv(guest->connection.get());
      const std::string data = co_await receiving;
      if (data.empty()) co_return data;
      guest->heard += data;
    }
    const std::size_t size = guest->heard.find('\n') + 1;
    const std::string line = guest->heard.substr(0, size);
    guest->heard.erase(0, size);
    co_return line;
  }

  /// Puts the text into the outboxes of all but one.
  Coroutine<> tell(Handle speaker, std::string text) {
    const std::set<Handle> guests = guests_;
    for (const Handle& guest : guests) {
      if (guest->name == speaker->name) continue;
      guest->outbox += text;
      if (std::exchange(guest->sending, true)) continue;
      Spawn sender(send(guest));
      co_await sender;
    }
  }

  /// Sends until the outbox is empty, or the guest has gone.
  static Coroutine<> send(Handle guest) {
    try {
      while (!guest->outbox.empty()) {
        std::string text = std::exchange(guest->outbox, {});
        Coroutine<> sending = ch08::send_all(guest->connection.get(), std::move(text));
        co_await sending;
      }
      guest->sending = false;
    } catch (const std::system_error&) {
      // Nobody is there to be told; `sending` stays, so that nobody tries again.
    }
  }

  std::set<Handle> guests_;
};

}  // namespace exercise
