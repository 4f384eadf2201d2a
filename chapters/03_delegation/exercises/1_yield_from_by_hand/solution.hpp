#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "02_generator/generator.hpp"

// Alternatives: the handler may resume `inner` itself, and leave only the yield for the
// next turn: yielded = inner.throw_(std::current_exception()). It is shorter, and
// right; but then the inner body runs while an exception is being handled, and a
// `throw;` in it means another one than its author thought. PEP 380's own text tells
// next() from send(None), since an iterator may have no send(); our next() is
// send(Send{}) and needs no such case. And GeneratorExit has a branch of its own there:
// here the frame that goes takes `inner` along.

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
    yielded = thrown ? inner.throw_(thrown) : inner.send(answer);
  }
  co_return inner.result();
}

}  // namespace exercise
