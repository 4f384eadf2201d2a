#include <cstdio>
#include <optional>
#include <string>
#include <thread>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/sleepy.hpp"

using namespace ch05;

/// Drives one coroutine to its end, and sleeps whenever it wants to.
void run_alone(Coroutine<> coroutine) {
  while (std::optional<ch04::Event*> event = coroutine.next())
    if (auto* sleep = dynamic_cast<ch04::AsyncSleep*>(*event))
      std::this_thread::sleep_until(sleep->until());
}

int main() {
  const double start = elapsed();
  for (int i = 0; i < 5; ++i) run_alone(sleepy("coroutine " + std::to_string(i)));
  std::printf("five sleepers, one after the other: %.1f s\n", elapsed() - start);
}
