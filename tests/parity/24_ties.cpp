#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/run.hpp"

using namespace std::chrono_literals;
using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;
using ch05::elapsed;

Coroutine<> meet(char name, Clock::time_point start, Clock::duration delay) {
  co_await AsyncSleep(start + delay);
  std::printf("%c asks at %.1f\n", name, elapsed());
  co_await AsyncSleep(start + 1s);
  std::printf("%c arrives at %.1f\n", name, elapsed());
}

template <class Loop>
void meet_in(Loop loop) {
  const Clock::time_point start = Clock::now();
  loop(meet('a', start, 300ms), meet('b', start, 100ms), meet('c', start, 200ms),
       meet('d', start, 100ms), meet('e', start, 300ms));
}

int main() {
  elapsed();
  meet_in([](auto... coroutines) { ch05::run(std::move(coroutines)...); });
  meet_in([](auto... coroutines) { ch06::run(std::move(coroutines)...); });
}
