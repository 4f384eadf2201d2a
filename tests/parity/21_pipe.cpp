#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/run.hpp"
#include "pipe.hpp"

using namespace ch06;
using ch05::elapsed;
using parity::Pipe;

Coroutine<> listen(int pipe) {
  std::printf("listener waits at %.2f\n", elapsed());
  const std::string word = co_await AsyncRead(pipe, 5);
  std::printf("listener got %s at %.2f\n", word.c_str(), elapsed());
}

Coroutine<> speak(const Pipe* pipe) {
  for (const char* part : {"he", "llo"}) {
    co_await ch04::asleep(ch04::Seconds(0.16));
    std::printf("speaker writes at %.2f\n", elapsed());
    pipe->write(part);
  }
}

int main() {
  const Pipe pipe;
  run(listen(pipe.output()), speak(&pipe), ch05::sleepy("background", 4));
}
