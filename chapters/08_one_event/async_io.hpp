#pragma once

#include <sys/types.h>

#include <cerrno>
#include <functional>
#include <string>
#include <system_error>
#include <utility>

#include "04_async_sleep/event.hpp"
#include "07_async_recv/non_blocking.hpp"

namespace ch08 {

using ch04::Coroutine;
using ch04::Event;

/// What a coroutine waits for a descriptor to become.
enum class Direction { readable, writeable };

/// The event of one operation on a descriptor becoming possible; to await it is to do
/// the operation, and to get its result. The operation is a system call, or like one:
/// it gives -1 and sets errno, and is done again if that says that it was interrupted,
/// or would have blocked.
class AsyncIO : public Event {
 public:
  using Operation = std::function<ssize_t()>;

  AsyncIO(int descriptor, Direction direction, std::string name, Operation operation)
      : descriptor_(descriptor),
        direction_(direction),
        name_(std::move(name)),
        operation_(std::move(operation)) {}

  int descriptor() const { return descriptor_; }
  Direction direction() const { return direction_; }

  std::string repr() const override {
    return "AsyncIO(" + name_ + ", descriptor=" + std::to_string(descriptor_) + ")";
  }

  /// A reader waits first, since a source that never runs dry would never let go of
  /// the loop; a writer tries first. asyncio's transports do the same.
  Coroutine<ssize_t> operator co_await() {
    if (direction_ == Direction::readable) co_yield this;
    while (true) {
      const ssize_t result = operation_();
      if (result >= 0) co_return result;
      if (errno == EINTR) continue;
      if (!ch07::would_block(errno) && errno != EINPROGRESS && errno != EALREADY)
        throw std::system_error(errno, std::generic_category(), name_);
      co_yield this;
    }
  }

 private:
  int descriptor_;
  Direction direction_;
  std::string name_;
  Operation operation_;
};

}  // namespace ch08
