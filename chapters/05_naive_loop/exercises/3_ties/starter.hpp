#pragma once

#include <string>
#include <vector>

namespace exercise {

/// The lines that ties() prints.
inline const std::vector<std::string> ties_lines = {};

/// The lines that busy() prints.
inline const std::vector<std::string> busy_lines = {};

/// How often the loop calls next() in ties(); -1 as long as you have not said.
inline const int ties_steps = -1;

}  // namespace exercise
