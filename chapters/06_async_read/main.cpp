#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/pipe.hpp"
#include "06_async_read/ready.hpp"
#include "06_async_read/run.hpp"

using namespace ch06;
using ch05::sleepy;

int main() try {
  std::printf("A sleeper beside a file that can always be read\n");
  run(sleepy("background", 5), ready("/dev/urandom"));

  std::printf("\nA pipe, where select really waits\n");
  int ends[2];
  common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
  const common::Fd output(ends[0]), input(ends[1]);
  run(listener(output.get()), speaker(input.get()), sleepy("background", 4));
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
