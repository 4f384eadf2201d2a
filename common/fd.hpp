#pragma once

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace common {

/// Gives `result` back, or throws a std::system_error with errno and `operation` if it
/// is negative: the OSError that Python raises.
template <class Result>
Result check(Result result, const char* operation) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), operation);
  return result;
}

/// Owns one file descriptor and closes it in the end; moves, never copies. Python's
/// file and socket objects do the same.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() { close(); }

  /// The descriptor, or -1 if there is none (any more).
  int get() const { return fd_; }

  /// Closes the descriptor now rather than in the end; what the kernel answers is not
  /// looked at, since Linux gives the descriptor up in any case.
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

}  // namespace common
