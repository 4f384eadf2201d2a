// Three who sleep until the same second, traced.

#include <cstdio>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "common/trace.hpp"

#include EXERCISE

namespace {

using ch04::Clock;
using ch04::Coroutine;

Coroutine<> wakes(Clock::time_point until) {
  std::puts("goes to sleep");
  ch04::AsyncSleep sleep(until);
  co_await sleep;
  std::puts("wakes");
}

}  // namespace

int main() {
  const Clock::time_point until = ch04::after(ch04::Seconds(1));
  std::vector<Coroutine<>> sleepers;
  for (const char* name : {"a", "b", "c"})
    sleepers.push_back(common::traced(name, wakes(until)));
  exercise::run(std::move(sleepers));
}
