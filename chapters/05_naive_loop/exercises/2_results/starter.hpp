#pragma once

#include <cstddef>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch04::Coroutine;

/// What became of a coroutine: one of the two is there.
struct Outcome {
  std::optional<int> value;
  std::exception_ptr error;
};

/// Runs all coroutines side by side, to the end of each, and says what became of them,
/// in the order in which they were given.
inline std::vector<Outcome> run_all(std::vector<Coroutine<int>> /*coroutines*/) {
  throw common::Unwritten("run_all(): run them, and keep what becomes of each");
}

}  // namespace exercise
