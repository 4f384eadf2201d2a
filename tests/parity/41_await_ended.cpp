#include "03_delegation/generator.hpp"
#include "04_async_sleep/event.hpp"
#include "show.hpp"

using ch03::Generator;
using ch03::None;
using ch04::Coroutine;
using namespace parity;

Coroutine<int> answer() { co_return 42; }

Coroutine<> ask_twice() {
  Coroutine<int> answering = answer();
  const int first = co_await answering;
  print("a coroutine gives", first);
  const int second = co_await answering;
  print("a coroutine gives", second);
}

Coroutine<> ask_the_closed() {
  Coroutine<int> answering = answer();
  answering.close();
  const int value = co_await answering;
  print("a coroutine gives", value);
}

Generator<int, None, int> count() {
  co_yield 1;
  co_return 42;
}

Generator<int> delegate_twice() {
  Generator<int, None, int> counting = count();
  const int first = co_await counting;
  print("a generator gives", first);
  const int second = co_await counting;
  print("a generator gives", second);
}

Generator<int> delegate_to_the_closed() {
  Generator<int, None, int> counting = count();
  counting.close();
  const int value = co_await counting;
  print("a generator gives", value);
}

int main() {
  Coroutine<> asking = ask_twice();
  show([&] { return asking.next(); });
  asking = ask_the_closed();
  show([&] { return asking.next(); });
  auto delegating = delegate_twice();
  show([&] { return delegating.next(); });
  show([&] { return delegating.next(); });
  print("one that was closed");
  delegating = delegate_to_the_closed();
  show([&] { return delegating.next(); });
}
