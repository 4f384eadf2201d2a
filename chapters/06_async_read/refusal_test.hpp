#pragma once

#include <doctest/doctest.h>
#include <sys/select.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "06_async_read/read_test.hpp"
#include "06_async_read/turn_test.hpp"

// What run() refuses, and what it leaves behind when it does.
namespace run_test {

template <class Loop>
void two_coroutines_cannot_read_one_descriptor() {
  const Pipe pipe;
  const int file = pipe.output.get();
  const std::ptrdiff_t before = open_descriptors();
  std::string log;
  const auto keep = [](Fd descriptor, Clock::time_point until) -> Coroutine<> {
    co_await AsyncSleep(until);
    descriptor.close();
  };
  CHECK_THROWS_WITH_AS(
      Loop::run(keep(another(pipe.input), Clock::now()), listen_to<Loop>(log, file, 1),
                listen_to<Loop>(log, file, 1)),
      doctest::Contains(("descriptor " + std::to_string(file)).c_str()),
      std::logic_error);
  CHECK(open_descriptors() == before);
}

template <class Loop>
void two_coroutines_can_read_one_descriptor_in_turn() {
  const Pipe pipe;
  put(pipe.input, "ab");
  std::string log;
  const auto after = [](std::string& log, int file) -> Coroutine<> {
    co_await AsyncSleep(Clock::now() + milliseconds(1));
    Coroutine<> listening = listen_to<Loop>(log, file, 1);
    co_await listening;
  };
  Loop::run(listen_to<Loop>(log, pipe.output.get(), 1), after(log, pipe.output.get()));
  CHECK(log == "<a><b>");
}

/// What run() says to a wait for a descriptor that select() cannot take.
template <class Loop>
void refuses(int descriptor) {
  std::string log;
  CHECK_THROWS_WITH_AS(Loop::run(listen_to<Loop>(log, descriptor, 1)),
                       doctest::Contains(std::to_string(descriptor).c_str()),
                       std::invalid_argument);
}

template <class Loop>
void refuses_descriptors_that_an_fd_set_cannot_hold() {
  const DescriptorLimit limit(FD_SETSIZE + 100);
  const Pipe pipe;
  put(pipe.input, "a");
  const int last = FD_SETSIZE - 1;
  const auto place = [&pipe](int descriptor) {
    return Fd(check(::dup2(pipe.output.get(), descriptor), "dup2"));
  };
  const Fd highest = place(last), beyond = place(last + 1), far = place(last + 64);
  std::string log;
  Loop::run(listen_to<Loop>(log, last, 1));
  CHECK(log == "<a>");
  refuses<Loop>(last + 1);
  refuses<Loop>(last + 64);
}

template <class Loop>
void refuses_negative_descriptors() {
  refuses<Loop>(-1);
  refuses<Loop>(-1000);
}

template <class Loop>
void a_closed_descriptor_is_an_error() {
  Pipe pipe;
  const int closed = pipe.input.get();
  pipe.input.close();
  std::string log;
  CHECK(error_of([&] { Loop::run(listen_to<Loop>(log, closed, 1)); }) == EBADF);
}

template <class Loop>
void closing_a_descriptor_under_a_reader_is_an_error() {
  Pipe pipe;
  std::string log;
  const auto close_meanwhile = [&] {
    Loop::run(listen_to<Loop>(log, pipe.output.get(), 1),
              close_at(pipe.output, Clock::now() + milliseconds(1)));
  };
  CHECK(error_of(close_meanwhile) == EBADF);
}

template <class Loop>
void an_exception_closes_what_the_others_had_open() {
  const std::ptrdiff_t before = open_descriptors();
  const auto listen = [](Pipe pipe) -> Coroutine<> {
    Coroutine<std::string> reading = Loop::read(pipe.output.get(), 1);
    co_await reading;
  };
  Pipe ready;
  put(ready.input, "a");
  CHECK_THROWS_AS(Loop::run(listen(Pipe()), listen(std::move(ready)), listen(Pipe()),
                            fail(Clock::now())),
                  Oops);
  CHECK(open_descriptors() == before);
}

/// What run() promises from chapter 06 on, each line under its name.
template <class Loop>
void keeps_the_promises_of_chapter_06() {
  SUBCASE("a reader gets all") { a_reader_waits_until_it_has_what_it_wants<Loop>(); }
  SUBCASE("and no more") { a_reader_leaves_what_it_does_not_want<Loop>(); }
  SUBCASE("nothing to read") { reading_nothing_waits_for_nothing<Loop>(); }
  SUBCASE("end of file") { the_end_of_a_file_ends_a_read<Loop>(); }
  SUBCASE("a read that fails") { a_read_that_fails_raises_where_it_is_awaited<Loop>(); }
  SUBCASE("a long read") { a_long_read_takes_many_turns<Loop>(); }
  SUBCASE("woken in vain") {
    two_descriptors_of_one_pipe_can_both_be_waited_for<Loop>();
  }
  SUBCASE("a read interrupted") { a_signal_does_not_end_a_read<Loop>(); }
  SUBCASE("side by side") { a_reader_and_sleepers_wait_side_by_side<Loop>(); }
  SUBCASE("all the ready") { every_reader_that_is_ready_is_served_in_one_turn<Loop>(); }
  SUBCASE("readers first") { a_turn_serves_readers_before_sleepers<Loop>(); }
  SUBCASE("always ready") { a_reader_that_is_always_ready_starves_nobody<Loop>(); }
  SUBCASE("always due") { a_sleeper_that_is_always_due_starves_no_reader<Loop>(); }
  SUBCASE("a wait interrupted") { a_signal_does_not_end_a_wait<Loop>(); }
  SUBCASE("a wait for ever") { a_wait_that_nobody_can_end_is_refused<Loop>(); }
  SUBCASE("two at once") { two_coroutines_cannot_read_one_descriptor<Loop>(); }
  SUBCASE("two in turn") { two_coroutines_can_read_one_descriptor_in_turn<Loop>(); }
  SUBCASE("too high") { refuses_descriptors_that_an_fd_set_cannot_hold<Loop>(); }
  SUBCASE("negative") { refuses_negative_descriptors<Loop>(); }
  SUBCASE("closed") { a_closed_descriptor_is_an_error<Loop>(); }
  SUBCASE("closed meanwhile") {
    closing_a_descriptor_under_a_reader_is_an_error<Loop>();
  }
  SUBCASE("an exception") { an_exception_closes_what_the_others_had_open<Loop>(); }
}

}  // namespace run_test
