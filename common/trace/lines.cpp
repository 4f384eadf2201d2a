#include "common/trace/lines.hpp"

extern "C" const char __executable_start;  // from the linker

namespace common {

namespace {

thread_local Places* kept = nullptr;

}  // namespace

void keep_lines_in(Places* places) { kept = places; }

std::uintptr_t place_of(const void* address) {
  return reinterpret_cast<std::uintptr_t>(address) -
         reinterpret_cast<std::uintptr_t>(&__executable_start);
}

}  // namespace common

/// Called by the compiler's own code at each branch of the program.
extern "C" void __sanitizer_cov_trace_pc() {
  if (!common::kept) return;
  const auto* after = static_cast<const char*>(__builtin_return_address(0));
  const std::uintptr_t place = common::place_of(after - 1);
  if (common::kept->empty() || common::kept->back() != place)
    common::kept->push_back(place);
}
