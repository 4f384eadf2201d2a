#pragma once

#include <string>
#include <vector>

namespace exercise {

/// The lines that are printed up to and including the first event.
inline const std::vector<std::string> first_lines = {};

/// All lines that are printed.
inline const std::vector<std::string> all_lines = {};

/// The whole seconds that pass on the clock; -1 as long as you have not said.
inline const int seconds = -1;

}  // namespace exercise
