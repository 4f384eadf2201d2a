#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "02_generator/generator.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch02::Generator;
using Talk = Generator<int, std::string, std::string>;

/// Does all of `inner`, for whoever drives this one. Python's yield from.
inline Talk yield_from(Talk /*inner*/) {
  throw common::Unwritten("yield_from(): do all that the inner generator does");
}

}  // namespace exercise
