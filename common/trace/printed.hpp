#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "common/fd.hpp"

namespace common {

/// A descriptor like this one, out of the way of those that the program opens.
inline Fd out_of_the_way(int descriptor) {
  return Fd(check(::fcntl(descriptor, F_DUPFD_CLOEXEC, 900), "fcntl"));
}

/// Writes all of the text, however many calls it takes, and past those who watch
/// write().
inline void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const long count = ::syscall(SYS_write, file, text.data(), text.size());
    text.remove_prefix(static_cast<std::size_t>(check(count, "write")));
  }
}

/// Stands between the program and its standard output, so that one can tell what was
/// printed when. It passes on what it takes.
class Printed {
 public:
  Printed() : output_(out_of_the_way(STDOUT_FILENO)) {
    flush();
    const Fd memory(check(::memfd_create("printed", MFD_CLOEXEC), "memfd_create"));
    memory_ = out_of_the_way(memory.get());
    check(::dup2(memory_.get(), STDOUT_FILENO), "dup2");
  }
  Printed(const Printed&) = delete;
  ~Printed() {
    take();
    ::dup2(output_.get(), STDOUT_FILENO);
  }

  /// What was printed since this was last asked.
  std::string take() {
    flush();
    std::string text;
    char bytes[4096];
    while (const ssize_t count =
               check(::pread(memory_.get(), bytes, sizeof bytes, taken_), "pread")) {
      text.append(bytes, static_cast<std::size_t>(count));
      taken_ += count;
    }
    write_all(output_.get(), text);
    return text;
  }

 private:
  static void flush() {
    std::cout.flush();
    std::fflush(stdout);
  }

  Fd output_, memory_;
  off_t taken_ = 0;
};

}  // namespace common
