#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "06_async_read/run.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

namespace exercise {

using ch04::Coroutine;
using ch04::Event;

/// The event of a file becoming writeable; to await it is to write all of the data.
class AsyncWrite : public Event {
 public:
  AsyncWrite(int file, std::string data) : file_(file), data_(std::move(data)) {}

  /// The descriptor that the coroutine waits for.
  int file() const { return file_; }

  std::string repr() const override {
    return "AsyncWrite(file=" + std::to_string(file_) + ")";
  }

  /// Gives the number of bytes written.
  Coroutine<std::size_t> operator co_await() {
    throw common::Unwritten("AsyncWrite: wait until it can be written, and write");
    co_yield this;
    co_return data_.size();
  }

 private:
  int file_;
  std::string data_;
};

/// Chapter 6's run(), which knows AsyncWrite too.
inline void run(std::vector<Coroutine<>> coroutines) {
  ch06::run(std::move(coroutines));
}

}  // namespace exercise
