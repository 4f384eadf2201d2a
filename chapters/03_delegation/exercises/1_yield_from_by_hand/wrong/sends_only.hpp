// caught by: What is thrown in is raised in the inner one, whose next yield comes back
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
  std::optional<int> yielded = inner.next();
  while (yielded) {
    const std::string answer = co_yield *yielded;
    yielded = inner.send(answer);
  }
  co_return inner.result();
}

}  // namespace exercise
