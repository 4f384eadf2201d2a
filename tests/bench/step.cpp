// One step of a generator: resumed, run to its next yield, its value read. What is
// resumed is hidden from the optimiser, as it is from a loop that drives strangers.

#include <benchmark/benchmark.h>

#include <coroutine>
#include <cstdint>
#include <exception>
#include <optional>
#include <utility>

#include "01_state_machine/machine.hpp"
#include "02_generator/generator.hpp"
#include "03_delegation/generator.hpp"

namespace {

using ch02::None;

/// The least that a coroutine can be: one value in the promise, no contract.
struct Bare {
  struct promise_type {
    Bare get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(unsigned yielded) noexcept {
      value = yielded;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }

    unsigned value = 0;
  };

  std::coroutine_handle<promise_type> handle;
};

Bare bare_count() {
  for (unsigned i = 0;; ++i) co_yield i;
}

class Count : public ch01::Machine<unsigned, None, None> {
  std::optional<unsigned> step() override { return i_++; }

  unsigned i_ = 0;
};

ch02::Generator<unsigned> count() {
  for (unsigned i = 0;; ++i) co_yield i;
}

ch03::Generator<unsigned> count_at_the_end() {
  for (unsigned i = 0;; ++i) co_yield i;
}

ch03::Generator<unsigned> delegate(ch03::Generator<unsigned> inner) { co_await inner; }

ch03::Generator<unsigned> count_below(std::int64_t depth) {
  ch03::Generator<unsigned> generator = count_at_the_end();
  while (depth-- > 0) generator = delegate(std::move(generator));
  return generator;
}

/// The pointer, with its history unknown to the optimiser. benchmark::DoNotOptimize
/// would do, but that g++ 12 may lose what goes through it (google/benchmark#2282).
template <class Pointee>
Pointee* hidden(Pointee* pointer) {
  Pointee* volatile unknown = pointer;
  return unknown;
}

/// Measures `step()`, which gives the next value or nothing.
template <class Step>
void measure(benchmark::State& state, Step step) {
  unsigned sum = 0;
  for (auto _ : state) {
    const std::optional<unsigned> value = step();
    if (!value) return state.SkipWithError("what has no end has ended");
    sum += *value;
  }
  state.counters["sum"] = sum;
}

void bare_handle(benchmark::State& state) {
  const Bare bare = bare_count();
  const auto handle = std::coroutine_handle<Bare::promise_type>::from_address(
      hidden(bare.handle.address()));
  measure(state, [handle]() -> std::optional<unsigned> {
    handle.resume();
    if (handle.done()) return std::nullopt;
    return handle.promise().value;
  });
  handle.destroy();
}

void machine(benchmark::State& state) {
  Count count;
  ch01::Machine<unsigned, None, None>* machine = hidden(&count);
  measure(state, [machine] { return machine->next(); });
}

void generator(benchmark::State& state) {
  ch02::Generator<unsigned> counting = count();
  ch02::Generator<unsigned>* generator = hidden(&counting);
  measure(state, [generator] { return generator->next(); });
}

void delegation(benchmark::State& state) {
  ch03::Generator<unsigned> counting = count_below(state.range(0));
  ch03::Generator<unsigned>* generator = hidden(&counting);
  measure(state, [generator] { return generator->next(); });
}

BENCHMARK(bare_handle)->Name("step/bare");
BENCHMARK(machine)->Name("step/01");
BENCHMARK(generator)->Name("step/02");
BENCHMARK(delegation)->Name("step/03")->Arg(0)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(delegation)->Name("step/03")->Arg(1000);

}  // namespace
