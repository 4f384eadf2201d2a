#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "06_async_read/run.hpp"

using namespace ch06;
using ch05::elapsed;
using ch05::sleepy;

/// Reads a word from a pipe to which nothing has been written yet.
Coroutine<> listener(int pipe) {
  std::printf("listener waits at %.2f\n", elapsed());
  const std::string word = co_await AsyncRead(pipe, 5);
  std::printf("listener got %s at %.2f\n", word.c_str(), elapsed());
}

/// Sleeps, and only then writes the word.
Coroutine<> speaker(int pipe) {
  co_await ch04::asleep(ch04::Seconds(0.25));
  std::printf("speaker writes at %.2f\n", elapsed());
  common::check(::write(pipe, "hello", 5), "write");
}

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
