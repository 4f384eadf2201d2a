#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "common/fd.hpp"

namespace parity {

/// A pipe with its two ends. Python's os.pipe.
class Pipe {
 public:
  Pipe() {
    int ends[2];
    common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
    output_ = common::Fd(ends[0]);
    input_ = common::Fd(ends[1]);
  }

  /// The descriptor to read from.
  int output() const { return output_.get(); }

  /// The descriptor to write to.
  int input() const { return input_.get(); }

  /// Writes into the pipe.
  void write(const std::string& data) const {
    common::check(::write(input_.get(), data.data(), data.size()), "write");
  }

  /// Closes the end that is written to: the end of the file.
  void close_input() { input_.close(); }

 private:
  common::Fd output_, input_;
};

}  // namespace parity
