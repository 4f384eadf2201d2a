// caught by: Outcomes come in the order given, whoever ended first
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
inline Coroutine<> keep(Coroutine<int> coroutine, std::vector<Outcome>* outcomes) {
  Outcome found;
  Outcome* outcome = &found;
  try {
    outcome->value = co_await coroutine;
  } catch (...) {
    outcome->error = std::current_exception();
  }
  outcomes->push_back(found);
}

/// Runs all coroutines side by side, to the end of each, and says what became of them,
/// in the order in which they were given.
inline std::vector<Outcome> run_all(std::vector<Coroutine<int>> coroutines) {
  std::vector<Outcome> outcomes;
  std::vector<Coroutine<>> kept;
  for (std::size_t i = 0; i < coroutines.size(); ++i)
    kept.push_back(keep(std::move(coroutines[i]), &outcomes));
  ch05::run(std::move(kept));
  return outcomes;
}

}  // namespace exercise
