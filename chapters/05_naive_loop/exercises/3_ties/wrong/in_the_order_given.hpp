// caught by: Who wakes when if somebody works for three seconds
#pragma once

#include <string>
#include <vector>

namespace exercise {

/// The lines that ties() prints.
inline const std::vector<std::string> ties_lines = {
    "c at 0", "b at 1", "a at 2", "a at 2", "c at 2", "b at 2", "a at 3"};

/// The lines that busy() prints.
inline const std::vector<std::string> busy_lines = {
    "c at 0", "work from 1", "work to 4", "a at 4", "a at 4",
    "a at 4", "b at 4",      "b at 4",    "c at 4"};

/// How often the loop calls next() in ties().
inline const int ties_steps = 10;

}  // namespace exercise
