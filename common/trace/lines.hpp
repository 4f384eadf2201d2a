#pragma once

#include <cstdint>
#include <vector>

namespace common {

/// Places in the program's code: how far each is from the program's start.
using Places = std::vector<std::uintptr_t>;

/// From now on the places that this thread runs through are added to `places`; with
/// nullptr, no more. Only code that was compiled with -fsanitize-coverage=trace-pc
/// tells where it is.
void keep_lines_in(Places* places);

/// The place that an address is.
std::uintptr_t place_of(const void* address);

}  // namespace common
