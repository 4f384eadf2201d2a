#pragma once

#include <optional>

#include "04_async_sleep/async_sleep.hpp"
#include "06_async_read/async_read.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/connect.hpp"
#include "08_one_event/async_io.hpp"

namespace common {

/// What an event means to a loop: a deadline, or a descriptor to read or to write, or
/// none of these.
struct Waiting {
  std::optional<ch04::Clock::time_point> until;
  std::optional<int> reads, writes;
};

/// The meaning of the events of this book; others have none here.
inline Waiting waiting(const ch04::Event* event) {
  Waiting waiting;
  if (auto* sleep = dynamic_cast<const ch04::AsyncSleep*>(event))
    waiting.until = sleep->until();
  else if (auto* read = dynamic_cast<const ch06::AsyncRead*>(event))
    waiting.reads = read->file();
  else if (auto* recv = dynamic_cast<const ch07::AsyncRecv*>(event))
    waiting.reads = recv->connection();
  else if (auto* connect = dynamic_cast<const ch07::AsyncConnect*>(event))
    waiting.writes = connect->connection();
  else if (auto* io = dynamic_cast<const ch08::AsyncIO*>(event))
    (io->direction() == ch08::Direction::readable ? waiting.reads : waiting.writes) =
        io->descriptor();
  return waiting;
}

}  // namespace common
