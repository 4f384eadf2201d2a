#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "07_async_recv/async_recv.hpp"
#include "common/exercise.hpp"

namespace exercise {

using ch04::Coroutine;
using ch07::AsyncRecv;

/// A stream that ended too early, and what was left of it.
struct IncompleteRead : std::runtime_error {
  explicit IncompleteRead(std::string rest)
      : runtime_error("the stream has ended"), partial(std::move(rest)) {}

  std::string partial;
};

/// Gives what a connection receives by the line, or by the number of bytes.
class Reader {
 public:
  explicit Reader(int connection) : connection_(connection) {}

  /// Gives the next line, with its newline; at the end of the stream what is left.
  Coroutine<std::string> readline() {
    throw common::Unwritten("Reader::readline(): receive until there is a newline");
  }

  /// Gives exactly so many bytes; IncompleteRead if the stream ends before.
  Coroutine<std::string> readexactly(std::size_t) {
    throw common::Unwritten("Reader::readexactly(): receive until there are enough");
  }

  /// The connection that is read.
  int connection() const { return connection_; }

 private:
  int connection_;
};

}  // namespace exercise
