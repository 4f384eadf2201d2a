#pragma once

#include <exception>
#include <utility>

namespace ch02 {

/// Raises the exception, once: the pointer to it is null from then on.
inline void raise(std::exception_ptr& error) {
  std::rethrow_exception(std::exchange(error, {}));
}

}  // namespace ch02
