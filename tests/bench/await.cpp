// A coroutine awaited to the end, an event, and a coroutine that awaits an event: the
// time, and what is asked of the heap. A frame is the one thing that asks.

#include <benchmark/benchmark.h>

#include <cstddef>

#include "04_async_sleep/async_sleep.hpp"
#include "04_async_sleep/event.hpp"
#include "heap.hpp"

namespace {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;

/// Tells what is allocated while it lives, by the iteration.
class Allocations {
 public:
  explicit Allocations(benchmark::State& state) : state_(state) {}
  Allocations(const Allocations&) = delete;
  ~Allocations() {
    state_.counters["allocations"] = average(heap.allocations - before_.allocations);
    state_.counters["bytes"] = average(heap.bytes - before_.bytes);
  }

 private:
  static benchmark::Counter average(std::size_t count) {
    return {static_cast<double>(count), benchmark::Counter::kAvgIterations};
  }

  benchmark::State& state_;
  const Heap before_ = heap;
};

Coroutine<int> answer() { co_return 42; }

Coroutine<> wait() { co_await AsyncSleep(Clock::time_point()); }

/// Awaits coroutines that return at once: the driver sees nothing of them.
Coroutine<> await_coroutines(benchmark::State& state) {
  const Allocations allocations(state);
  int sum = 0;
  for (auto _ : state) {
    const int value = co_await answer();
    sum += value;
  }
  state.counters["sum"] = sum;
}

Coroutine<> await_events() {
  while (true) co_await AsyncSleep(Clock::time_point());
}

Coroutine<> await_waits() {
  while (true) co_await wait();
}

/// Resumes a coroutine that waits without end, a wait an iteration.
void drive(benchmark::State& state, Coroutine<> waits) {
  waits.next();
  const Allocations allocations(state);
  for (auto _ : state)
    if (!waits.next()) return state.SkipWithError("what has no end has ended");
}

void coroutine(benchmark::State& state) { await_coroutines(state).next(); }
void event(benchmark::State& state) { drive(state, await_events()); }
void both(benchmark::State& state) { drive(state, await_waits()); }

BENCHMARK(coroutine)->Name("await/coroutine");
BENCHMARK(event)->Name("await/event");
BENCHMARK(both)->Name("await/both");

}  // namespace
