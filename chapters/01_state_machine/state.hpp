#pragma once

namespace ch01 {

/// Where a generator stands, as inspect.getgeneratorstate tells it.
enum class State { created, running, suspended, closed };

/// The state's name in Python: "GEN_CREATED" and so on.
inline const char* name(State state) {
  switch (state) {
    case State::created:
      return "GEN_CREATED";
    case State::running:
      return "GEN_RUNNING";
    case State::suspended:
      return "GEN_SUSPENDED";
    case State::closed:
      return "GEN_CLOSED";
  }
  return "?";
}

}  // namespace ch01
