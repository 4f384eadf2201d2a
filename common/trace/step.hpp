#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "common/trace/lines.hpp"
#include "common/trace/waiting.hpp"

namespace common {

using ch04::Clock;

/// One question to the kernel, and its answer.
struct Call {
  Call(std::string name, std::string asked, std::string answered)
      : name(std::move(name)), asked(std::move(asked)), answered(std::move(answered)) {}

  std::string name, asked, answered;
  std::vector<int> readable, writeable;  // that the answer names
};

/// What is known of one traced coroutine.
struct Known {
  explicit Known(std::string name) : name(std::move(name)) {}

  std::string name, state = "created";
  std::optional<std::string> yielded;
  std::optional<std::string> through;  // the traced one that it awaits
  Waiting waiting;
  bool ready = false;    // its descriptor is, the kernel said
  std::size_t turn = 0;  // when it began to wait: who asked first is first
  std::vector<const void*> frames;
};

/// What happens from one point at which everybody waits to the next.
struct Step {
  Step(std::string kind, std::string who)
      : kind(std::move(kind)), who(std::move(who)) {}

  std::string kind, who;
  std::optional<std::string> call, yielded, ended, error;
  Clock::time_point began = Clock::now();
  std::vector<Call> calls;
  std::string printed;
  Places lines, loop;
};

/// The step as a line of JSON, with how all coroutines stand after it. The clock began
/// at `start`.
std::string line(std::size_t number, const Step& step,
                 const std::vector<Known>& coroutines, Clock::time_point start);

}  // namespace common
