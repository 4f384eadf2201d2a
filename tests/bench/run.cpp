// One step of a loop, however many wait beside the one whose turn it is. Every deadline
// is past, so that a step takes what the loop takes, and nobody waits.

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/run.hpp"
#include "06_async_read/async_read.hpp"
#include "06_async_read/run.hpp"
#include "common/fd.hpp"

namespace {

using ch04::AsyncSleep;
using ch04::Clock;
using ch04::Coroutine;

/// Leaves run(), and lets all others go at once.
struct Enough {};

/// Sleeps in turn with all who do the same: each deadline is behind everybody's.
Coroutine<> sleep_in_turn(benchmark::State& state) {
  Clock::time_point until;
  while (state.KeepRunning()) {
    until += std::chrono::nanoseconds(1);
    co_await AsyncSleep(until);
  }
  throw Enough();
}

/// Reads what never comes.
Coroutine<> read_in_vain(int file) { co_await ch06::AsyncRead(file); }

void sleepers(benchmark::State& state) {
  std::vector<Coroutine<>> coroutines;
  for (std::int64_t i = 0; i < state.range(0); ++i)
    coroutines.push_back(sleep_in_turn(state));
  try {
    ch05::run(std::move(coroutines));
  } catch (const Enough&) {
  }
}

/// One sleeper that is always due, beside descriptors that never are.
void idle_descriptors(benchmark::State& state) {
  int ends[2];
  common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
  const common::Fd write_end(ends[1]);
  std::vector<common::Fd> read_ends;
  read_ends.emplace_back(ends[0]);
  while (std::ssize(read_ends) < state.range(0))
    read_ends.emplace_back(common::check(::fcntl(ends[0], F_DUPFD_CLOEXEC, 0), "dup"));
  std::vector<Coroutine<>> coroutines;
  for (const common::Fd& end : read_ends) coroutines.push_back(read_in_vain(end.get()));
  coroutines.push_back(sleep_in_turn(state));
  try {
    ch06::run(std::move(coroutines));
  } catch (const Enough&) {
  }
}

BENCHMARK(sleepers)->Name("run/05")->RangeMultiplier(10)->Range(10, 10'000);
BENCHMARK(idle_descriptors)->Name("run/06")->RangeMultiplier(10)->Range(1, 1'000);

}  // namespace
