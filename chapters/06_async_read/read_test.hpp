#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <string>
#include <system_error>

#include "05_naive_loop/run_test.hpp"
#include "06_async_read/descriptors_test.hpp"

// How a file is read. A Loop has, beside its run(), a coroutine read(file, amount).
namespace run_test {

/// Reads, and writes what came in angle brackets.
template <class Loop>
Coroutine<> listen_to(std::string& log, int file, std::size_t amount) {
  Coroutine<std::string> reading = Loop::read(file, amount);
  const std::string data = co_await reading;
  log += "<" + data + ">";
}

/// Writes into the pipe at the deadline.
inline Coroutine<> put_at(const Fd& input, std::string data, Clock::time_point until) {
  co_await AsyncSleep(until);
  put(input, data);
}

/// Closes the descriptor at the deadline.
inline Coroutine<> close_at(Fd& descriptor, Clock::time_point until) {
  co_await AsyncSleep(until);
  descriptor.close();
}

inline Fd open_file(const char* path, int flags) {
  return Fd(check(::open(path, flags | O_CLOEXEC), "open"));
}

template <class Loop>
void a_reader_waits_until_it_has_what_it_wants() {
  const Pipe pipe;
  std::string log;
  const Clock::time_point start = Clock::now();
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 5), step(log, "a", 3),
            put_at(pipe.input, "hel", start + milliseconds(50)),
            put_at(pipe.input, "lo", start + milliseconds(150)));
  CHECK(log == "a0 a1 <hello>a2 ");
}

template <class Loop>
void a_reader_leaves_what_it_does_not_want() {
  const Pipe pipe;
  put(pipe.input, "hello world");
  std::string log;
  const auto twice = [](std::string& log, int file) -> Coroutine<> {
    Coroutine<> first = listen_to<Loop>(log, file, 5);
    co_await first;
    Coroutine<> second = listen_to<Loop>(log, file, 6);
    co_await second;
  };
  Loop::run(twice(log, pipe.output.get()));
  CHECK(log == "<hello>< world>");
}

template <class Loop>
void reading_nothing_waits_for_nothing() {
  const Pipe pipe;
  std::string log;
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 0));
  CHECK(log == "<>");
}

template <class Loop>
void the_end_of_a_file_ends_a_read() {
  Pipe pipe;
  std::string log;
  put(pipe.input, "hel");
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 5),
            close_at(pipe.input, Clock::now() + milliseconds(1)));
  CHECK(log == "<hel>");
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 5));
  CHECK(log == "<hel><>");
}

template <class Loop>
void a_read_that_fails_raises_where_it_is_awaited() {
  const Fd directory = open_file("/", O_RDONLY | O_DIRECTORY);
  std::string log;
  const auto attempt = [](std::string& log, int file) -> Coroutine<> {
    try {
      Coroutine<std::string> reading = Loop::read(file, 1);
      co_await reading;
    } catch (const std::system_error& error) {
      CHECK(error.code().value() == EISDIR);
      log += "caught ";
    }
    co_await AsyncSleep(Clock::now());
    log += "on";
  };
  Loop::run(attempt(log, directory.get()));
  CHECK(log == "caught on");
}

template <class Loop>
void a_long_read_takes_many_turns() {
  const Fd zero = open_file("/dev/zero", O_RDONLY);
  std::string log;
  int turns = 0;
  const auto count = [](const std::string& log, int& turns) -> Coroutine<> {
    while (log.empty()) {
      co_await AsyncSleep(Clock::now());
      ++turns;
    }
  };
  Loop::run(listen_to<Loop>(log, zero.get(), 32 * 1024), count(log, turns));
  CHECK(log.size() == 32 * 1024 + 2);
  CHECK(turns >= 32);
}

template <class Loop>
void two_descriptors_of_one_pipe_can_both_be_waited_for() {
  const Pipe pipe(O_NONBLOCK);
  const Fd second = another(pipe.output);
  std::string log;
  const Clock::time_point soon = Clock::now() + milliseconds(1);
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 1),
            listen_to<Loop>(log, second.get(), 1), put_at(pipe.input, "a", soon),
            put_at(pipe.input, "b", soon + milliseconds(1)));
  CHECK(log == "<a><b>");
}

template <class Loop>
void a_signal_does_not_end_a_read() {
  const Pipe pipe;
  const Fd second = another(pipe.output);
  put(pipe.input, "a");
  std::string log;
  const Interruptions one(1, [&pipe] { put(pipe.input, "b"); });
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 1),
            listen_to<Loop>(log, second.get(), 1));
  CHECK(log == "<a><b>");
}

}  // namespace run_test
