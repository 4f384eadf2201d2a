#include <chrono>
#include <exception>
#include <iostream>
#include <optional>

#include "04_async_sleep/async_sleep.hpp"

using namespace ch04;

int main() try {
  const Clock::time_point start = Clock::now();
  Coroutine<> coroutine = asleep(Seconds(100));
  std::cout << "asleep(100) has been called, and nothing has run\n";
  while (std::optional<Event*> event = coroutine.next())
    std::cout << (*event)->repr() << "\n";
  std::cout << "the end of the coroutine\n";
  const bool slept = Clock::now() - start > Seconds(1);
  std::cout << "slept for 100 seconds: " << (slept ? "yes" : "no") << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
