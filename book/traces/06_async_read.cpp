// Chapter 06's program, traced.

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

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
  Coroutine<> sleeping = traced("background", sleepy("background", 5));
  Coroutine<> reading = traced("ready", ready("/dev/urandom"));
  run(std::move(sleeping), std::move(reading));

  std::printf("\nA pipe, where select really waits\n");
  int ends[2];
  common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
  const common::Fd output(ends[0]), input(ends[1]);
  Coroutine<> listening = traced("listener", listener(output.get()));
  Coroutine<> speaking = traced("speaker", speaker(input.get()));
  sleeping = traced("background", sleepy("background", 4));
  run(std::move(listening), std::move(speaking), std::move(sleeping));
}
