#pragma once

#include "04_async_sleep/async_sleep.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;

/// Sends back what it receives, until the client has sent all, or nothing has been
/// received or sent for so long.
inline Coroutine<> echo(common::Fd, Seconds) {
  throw common::Unwritten("echo(): send back what comes, and let go of who is idle");
}

}  // namespace exercise
