// Chapter 06's program, traced.

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/pipe.hpp"
#include "06_async_read/ready.hpp"
#include "06_async_read/run.hpp"
#include "common/trace.hpp"

using namespace ch06;
using ch05::sleepy;
using common::traced;

int main() {
  std::printf("A sleeper beside a file that can always be read\n");
  run(traced("background", sleepy("background", 5)),
      traced("ready", ready("/dev/urandom")));

  std::printf("\nA pipe, where select really waits\n");
  int ends[2];
  common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
  const common::Fd output(ends[0]), input(ends[1]);
  run(traced("listener", listener(output.get())),
      traced("speaker", speaker(input.get())),
      traced("background", sleepy("background", 4)));
}
