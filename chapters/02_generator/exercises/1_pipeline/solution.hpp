#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "02_generator/generator.hpp"

// Alternatives: templates in place of std::function and int, which then take move-only
// predicates and values of any type. The ranges of C++20 build the same pipelines
// without coroutines: std::views::iota(1) | filter(p) | transform(f) | take(3). They
// are faster, for the compiler sees through all of it; each is a class with an iterator
// class of its own, and written by hand that is a page for each of these functions.

namespace exercise {

using ch02::Generator;

/// Counts up for ever. Python's itertools.count.
inline Generator<int> count(int first) {
  for (int value = first;; ++value) co_yield value;
}

/// Lets those values through for which `wanted` is true. Python's filter.
inline Generator<int> filter(std::function<bool(int)> wanted, Generator<int> values) {
  while (const std::optional<int> value = values.next())
    if (wanted(*value)) co_yield *value;
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
