#pragma once

#include <string>
#include <utility>

#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Coroutine;
using ch08::Spawn;

/// A room in which each guest hears what the others say.
class Chat {
 public:
  /// Talks with one guest to the end: the first line is the name, all others are said.
  Coroutine<> welcome(common::Fd) {
    throw common::Unwritten("Chat::welcome(): ask for the name, and tell the others");
  }
};

}  // namespace exercise
