#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "06_async_read/select.hpp"
#include "common/fd.hpp"

int main() {
  int ends[2];
  common::check(::pipe2(ends, O_NONBLOCK), "pipe2");
  const common::Fd output(ends[0]), input(ends[1]), other(::dup(output.get()));
  common::check(::write(input.get(), "x", 1), "write");

  const ch06::Ready ready = ch06::select({output.get()}, {}, std::nullopt);
  std::printf("select: %zu readable\n", ready.readable.size());

  char byte;
  std::printf("somebody else reads %zd byte\n", ::read(other.get(), &byte, 1));
  const ssize_t count = ::read(output.get(), &byte, 1);
  std::printf("we read %zd: %s\n", count, errno == EAGAIN ? "it would block" : "fine");
}
