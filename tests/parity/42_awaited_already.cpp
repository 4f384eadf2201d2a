#include <string>

#include "03_delegation/generator.hpp"
#include "04_async_sleep/async_sleep.hpp"
#include "show.hpp"

using namespace ch04;
using namespace parity;

using Lines = Generator<std::string>;

Coroutine<> nap() {
  co_await AsyncSleep(Clock::time_point(std::chrono::seconds(1000)));
}

Coroutine<> take(Coroutine<>* napping) {
  co_await *napping;
  print("awake");
}

Lines count() {
  for (int number = 1; number < 10; ++number)
    co_yield "counts " + std::to_string(number);
}

Lines delegate(Lines* counting) {
  co_await *counting;
  co_yield "goes on";
}

void coroutines() {
  Coroutine<> napping = nap();
  Coroutine<> first = take(&napping), second = take(&napping);
  print((*first.next())->repr());
  show([&] { return second.next(); });
  show([&] { return first.next(); });
}

void generators() {
  Lines counting = count();
  Lines first = delegate(&counting), second = delegate(&counting);
  print("the first", *first.next());
  print("from outside");
  show([&] { return counting.next(); });
  print("the second");
  show([&] { return second.next(); });
  print("the first", *first.next());
  print("from outside");
  show([&] { counting.close(); });
  print("the first", *first.next());
}

int main() {
  coroutines();
  generators();
}
