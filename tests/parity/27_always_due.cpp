#include <cstdio>
#include <string>

#include "06_async_read/run.hpp"
#include "pipe.hpp"

using namespace ch06;

int turns = 0;
bool done = false;

Coroutine<> insist() {
  while (!done) {
    ++turns;
    co_await AsyncSleep(Clock::now());
  }
}

Coroutine<> read(int pipe) {
  const std::string data = co_await AsyncRead(pipe, 2048);
  done = true;
  std::printf("got %zu B beside %d turns of the sleeper\n", data.size(), turns);
}

int main() {
  const parity::Pipe pipe;
  pipe.write(std::string(2048, 'x'));
  run(insist(), read(pipe.output()));
  std::printf("the sleeper had %d turns\n", turns);
}
