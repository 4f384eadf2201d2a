// caught by: An exception that the inner one has caught is over
#pragma once

#include <exception>
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
    std::string answer;
    std::exception_ptr thrown;
    try {
      answer = co_yield *yielded;
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown) {
      yielded = inner.throw_(thrown);
      if (!yielded) break;
      answer = co_yield *yielded;
    }
    yielded = inner.send(answer);
  }
  co_return inner.result();
}

}  // namespace exercise
