#pragma once

#include <functional>

#include "02_generator/generator.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch02::Generator;

/// Counts up for ever. Python's itertools.count.
inline Generator<int> count(int /*first*/) {
  throw common::Unwritten("count(): yield `first` and all that come after it");
}

/// Lets those values through for which `wanted` is true. Python's filter.
inline Generator<int> filter(std::function<bool(int)> /*wanted*/,
                             Generator<int> /*values*/) {
  throw common::Unwritten("filter(): yield the values that are wanted");
}

/// Gives `function` of each value. Python's map.
inline Generator<int> map(std::function<int(int)> /*function*/,
                          Generator<int> /*values*/) {
  throw common::Unwritten("map(): yield the function of each value");
}

/// Gives the first `amount` values, or fewer if there are no more. Python's islice.
inline Generator<int> take(int /*amount*/, Generator<int> /*values*/) {
  throw common::Unwritten("take(): yield the first values, and end");
}

}  // namespace exercise
