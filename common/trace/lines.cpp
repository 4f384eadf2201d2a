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

#ifdef __clang__
#define UNWATCHED __attribute__((no_sanitize("coverage")))
#else
#define UNWATCHED __attribute__((no_sanitize_coverage))
#endif

/// Called by the compiler's own code at the start of each block, those of what is
/// called in here not excepted.
extern "C" UNWATCHED void __sanitizer_cov_trace_pc() {
  common::Places* places = common::kept;
  if (!places) return;
  common::kept = nullptr;
  const auto* after = static_cast<const char*>(__builtin_return_address(0));
  const std::uintptr_t place = common::place_of(after - 1);
  if (places->empty() || places->back() != place) places->push_back(place);
  common::kept = places;
}
