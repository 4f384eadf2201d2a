// caught by: What is printed in all
#pragma once

#include <string>
#include <vector>

namespace exercise {

/// The lines that are printed up to and including the first event.
inline const std::vector<std::string> first_lines = {"the night is made", "night",
                                                     "first begins", "sleep 1"};

/// All lines that are printed.
inline const std::vector<std::string> all_lines = {
    "the night is made", "night",       "first begins",  "sleep 1",
    "sleep 2",           "first ends",  "second begins", "sleep 6",
    "sleep 10",          "second ends", "morning"};

/// The whole seconds that pass on the clock.
inline const int seconds = 0;

}  // namespace exercise
