// caught by: filter() lets through what is wanted, and nothing else
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "02_generator/generator.hpp"

namespace exercise {

using ch02::Generator;

/// Counts up for ever. Python's itertools.count.
inline Generator<int> count(int first) {
  for (int value = first;; ++value) co_yield value;
}

/// Lets those values through for which `wanted` is true. Python's filter.
inline Generator<int> filter(std::function<bool(int)> wanted, Generator<int> values) {
  while (const int value = values.next().value_or(0))
    if (wanted(value)) co_yield value;
}

/// Gives `function` of each value. Python's map.
inline Generator<int> map(std::function<int(int)> function, Generator<int> values) {
  while (const std::optional<int> value = values.next()) {
    const int changed = function(*value);
    co_yield changed;
  }
}

/// Gives the first `amount` values, or fewer if there are no more. Python's islice.
inline Generator<int> take(int amount, Generator<int> values) {
  for (int taken = 0; taken < amount; ++taken) {
    const std::optional<int> value = values.next();
    if (!value) co_return;
    co_yield *value;
  }
}

}  // namespace exercise
