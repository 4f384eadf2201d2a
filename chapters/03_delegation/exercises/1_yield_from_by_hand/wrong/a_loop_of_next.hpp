// caught by: What is sent goes to the inner one
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "02_generator/generator.hpp"

namespace exercise {

using ch02::Generator;
using Talk = Generator<int, std::string, std::string>;

/// Does all of `inner`, for whoever drives this one. Python's yield from.
inline Talk yield_from(Talk inner) {
  while (const std::optional<int> yielded = inner.next()) co_yield *yielded;
  co_return inner.result();
}

}  // namespace exercise
