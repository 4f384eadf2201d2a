// Chapter 04's program, traced.

#include <iostream>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "04_async_sleep/by_hand.hpp"
#include "common/trace.hpp"

using namespace ch04;
using common::traced;

int main() {
  const Clock::time_point start = Clock::now();
  Coroutine<> coroutine = traced("asleep(100)", asleep(Seconds(100)));
  std::cout << "asleep(100) has been called, and nothing has run\n";
  drive_by_hand(std::move(coroutine));
  const bool slept = Clock::now() - start > Seconds(1);
  std::cout << "slept for 100 seconds: " << (slept ? "yes" : "no") << "\n";
}
