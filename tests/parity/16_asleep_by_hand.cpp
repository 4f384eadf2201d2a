#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/sleepy.hpp"

using namespace ch04;
using namespace std::chrono_literals;
using ch05::elapsed;

int main() {
  Coroutine<> coroutine = asleep(Seconds(100));
  std::printf("called at %.1f\n", elapsed());
  while (std::optional<Event*> event = coroutine.next()) {
    std::printf("%s\n", (*event)->repr().c_str());
    std::this_thread::sleep_for(100ms);
  }
  std::printf("the end at %.1f\n", elapsed());
}
