// caught by: The exception is the one that was thrown, whatever its type
#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"

namespace exercise {

using ch04::Coroutine;

/// What became of a coroutine: one of the two is there.
struct Outcome {
  std::optional<int> value;
  std::exception_ptr error;
};

/// Awaits a coroutine and keeps what becomes of it; the outcome must stay in its place.
inline Coroutine<> keep(Coroutine<int> coroutine, Outcome* outcome) {
  try {
    outcome->value = co_await coroutine;
  } catch (const std::exception&) {
    outcome->error = std::current_exception();
  }
}

/// Runs all coroutines side by side, to the end of each, and says what became of them,
/// in the order in which they were given.
inline std::vector<Outcome> run_all(std::vector<Coroutine<int>> coroutines) {
  std::vector<Outcome> outcomes(coroutines.size());
  std::vector<Coroutine<>> kept;
  for (std::size_t i = 0; i < coroutines.size(); ++i)
    kept.push_back(keep(std::move(coroutines[i]), &outcomes[i]));
  ch05::run(std::move(kept));
  return outcomes;
}

}  // namespace exercise
