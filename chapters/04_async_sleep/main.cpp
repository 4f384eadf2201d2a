#include <exception>
#include <iostream>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "04_async_sleep/by_hand.hpp"

using namespace ch04;

int main() try {
  const Clock::time_point start = Clock::now();
  Coroutine<> coroutine = asleep(Seconds(100));
  std::cout << "asleep(100) has been called, and nothing has run\n";
  drive_by_hand(std::move(coroutine));
  const bool slept = Clock::now() - start > Seconds(1);
  std::cout << "slept for 100 seconds: " << (slept ? "yes" : "no") << "\n";
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
