#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>
#include <chrono>
#include <string>
#include <thread>

#include "06_async_read/read_test.hpp"

// Who is served in a turn of the loop, and when.
namespace run_test {

template <class Loop>
void a_reader_and_sleepers_wait_side_by_side() {
  const Pipe pipe;
  std::string log;
  const Clock::time_point start = Clock::now();
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 5), step(log, "a", 4),
            put_at(pipe.input, "hello", start + milliseconds(150)));
  CHECK(log == "a0 a1 <hello>a2 a3 ");
}

template <class Loop>
void every_reader_that_is_ready_is_served_in_one_turn() {
  const Pipe first, second, third;
  put(first.input, "a");
  put(second.input, "b");
  put(third.input, "c");
  std::string log;
  Loop::run(insist(log, "z", 3), listen_to<Loop>(log, third.output.get(), 1),
            listen_to<Loop>(log, first.output.get(), 1),
            listen_to<Loop>(log, second.output.get(), 1));
  CHECK(log == "<a><b><c>zzz");
}

template <class Loop>
void a_turn_serves_readers_before_sleepers() {
  const Pipe pipe;
  put(pipe.input, "a");
  std::string log;
  const Clock::time_point now = Clock::now();
  Loop::run(wake(log, "z", {now}), listen_to<Loop>(log, pipe.output.get(), 1));
  CHECK(log == "<a>z");
}

/// Reads a file that never runs dry byte by byte; each byte takes 1 ms to work on.
template <class Loop>
Coroutine<> toil(int file, int bytes, bool& done) {
  for (int i = 0; i < bytes; ++i) {
    Coroutine<std::string> reading = Loop::read(file, 1);
    co_await reading;
    std::this_thread::sleep_for(milliseconds(1));
  }
  done = true;
}

template <class Loop>
void a_reader_that_is_always_ready_starves_nobody() {
  const Fd zero = open_file("/dev/zero", O_RDONLY);
  bool done = false;
  const auto sleep = [](Clock::time_point until, bool& done) -> Coroutine<> {
    co_await AsyncSleep(until);
    CHECK_FALSE(done);
    CHECK(Clock::now() - until < milliseconds(2));
  };
  Loop::run(toil<Loop>(zero.get(), 100, done),
            sleep(Clock::now() + milliseconds(5), done));
  CHECK(done);
}

template <class Loop>
void a_sleeper_that_is_always_due_starves_no_reader() {
  const Pipe pipe;
  put(pipe.input, "hello");
  std::string log;
  Loop::run(insist(log, "a", 100), listen_to<Loop>(log, pipe.output.get(), 5));
  CHECK(log.find("<hello>") < 10);
}

template <class Loop>
void a_signal_does_not_end_a_wait() {
  const Pipe pipe;
  std::string log;
  const Interruptions three(3, [&pipe] { put(pipe.input, "hello"); });
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 5));
  CHECK(log == "<hello>");
  CHECK(interruptions == 3);
}

template <class Loop>
void a_wait_that_nobody_can_end_is_refused() {
  const Pipe pipe;
  std::string log;
  CHECK(error_of([&] { Loop::run(listen_to<Loop>(log, pipe.output.get(), 1)); }) ==
        EDEADLK);
}

}  // namespace run_test
