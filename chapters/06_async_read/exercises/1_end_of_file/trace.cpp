// Three bytes are wanted from a pipe that holds one, and then its end; traced until
// somebody has seen enough.

#include <unistd.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "06_async_read/run.hpp"
#include "common/fd.hpp"
#include "common/trace.hpp"

#include EXERCISE

namespace {

using ch04::Clock;
using ch04::Coroutine;
using common::traced;

Coroutine<> reads(common::Fd file) {
  exercise::ByteRead event(file.get(), 3);
  const std::string bytes = co_await event;
  std::printf("has %zu bytes\n", bytes.size());
}

/// Looks on for some turns.
Coroutine<> looks_on(int turns) {
  while (turns-- > 0) {
    ch04::AsyncSleep turn(Clock::now());
    co_await turn;
  }
  throw std::runtime_error("has seen enough");
}

}  // namespace

int main() try {
  int ends[2];
  common::check(::pipe(ends), "pipe");
  common::Fd output(ends[0]), input(ends[1]);
  common::check(::write(input.get(), "a", 1), "write");
  input.close();
  ch06::run(traced("reader", reads(std::move(output))), traced("watch", looks_on(4)));
} catch (const std::runtime_error& enough) {
  std::puts(enough.what());
}
