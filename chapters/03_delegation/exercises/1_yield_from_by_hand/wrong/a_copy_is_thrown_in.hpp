// caught by: What the inner one lets out comes out, and both are closed
#pragma once

#include <exception>
#include <optional>
#include <stdexcept>
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
    } catch (const std::runtime_error& error) {
      thrown = std::make_exception_ptr(error);
    }
    yielded = thrown ? inner.throw_(thrown) : inner.send(answer);
  }
  co_return inner.result();
}

}  // namespace exercise
