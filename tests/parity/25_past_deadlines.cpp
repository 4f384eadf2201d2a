#include <chrono>
#include <cstdio>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/run.hpp"

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch05::elapsed;
using ch05::sleepy;

Coroutine<> late(char name, int by) {
  for (int i = 0; i < 2; ++i) {
    co_await AsyncSleep(Clock::now() - std::chrono::seconds(by));
    std::printf("%c goes on at %.2f\n", name, elapsed());
  }
}

int main() {
  ch05::run(sleepy("background", 2), late('a', 1), late('b', 3), late('c', 2));
  ch06::run(sleepy("background", 2), late('a', 1), late('b', 3), late('c', 2));
}
