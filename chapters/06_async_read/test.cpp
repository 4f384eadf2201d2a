#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "06_async_read/async_read.hpp"
#include "06_async_read/refusal_test.hpp"
#include "06_async_read/run.hpp"

using namespace run_test;
using ch06::AsyncRead;

struct Loop {
  template <class... Coroutines>
  static void run(Coroutines... coroutines) {
    ch06::run(std::move(coroutines)...);
  }

  static Coroutine<std::string> read(int file, std::size_t amount) {
    AsyncRead event(file, amount);
    std::string data = co_await event;
    co_return data;
  }
};

TEST_CASE("All that chapter 05's run() promises holds here too") {
  keeps_the_promises_of_chapter_05<Loop>();
}

TEST_CASE("A reader and sleepers wait side by side") {
  a_reader_and_sleepers_wait_side_by_side<Loop>();
}

TEST_CASE("Readiness does not say how much: a reader of five bytes is woken by three") {
  const Pipe pipe;
  Coroutine<std::string> reading = Loop::read(pipe.output.get(), 5);
  const std::string file = "AsyncRead(file=" + std::to_string(pipe.output.get());
  std::optional<ch04::Event*> event = reading.next();
  REQUIRE(event);
  CHECK((*event)->repr() == file + ", amount=5, progress=0)");
  put(pipe.input, "hel");
  event = reading.next();
  REQUIRE(event);
  CHECK((*event)->repr() == file + ", amount=5, progress=3)");
  put(pipe.input, "lo");
  CHECK_FALSE(reading.next());
  CHECK(reading.result() == "hello");
}

TEST_CASE("A reader waits until it has all that it wants") {
  a_reader_waits_until_it_has_what_it_wants<Loop>();
}

TEST_CASE("What a reader does not want stays in the kernel, for the next one") {
  a_reader_leaves_what_it_does_not_want<Loop>();
}

TEST_CASE("To read nothing is to wait for nothing") {
  reading_nothing_waits_for_nothing<Loop>();
}

TEST_CASE("The end of the file ends a read with what there is") {
  the_end_of_a_file_ends_a_read<Loop>();
}

TEST_CASE("One event can be awaited again, and reads on") {
  const Pipe pipe;
  put(pipe.input, "abcd");
  std::string log;
  const auto twice = [](std::string& log, int file) -> Coroutine<> {
    AsyncRead event(file, 2);
    for (int i = 0; i < 2; ++i) {
      const std::string data = co_await event;
      log += "<" + data + ">";
    }
  };
  Loop::run(twice(log, pipe.output.get()));
  CHECK(log == "<ab><cd>");
}

TEST_CASE("Ready to read does not mean that the read succeeds") {
  a_read_that_fails_raises_where_it_is_awaited<Loop>();
  const Fd written = open_file("/dev/null", O_WRONLY);
  std::string log;
  CHECK_THROWS_AS(Loop::run(listen_to<Loop>(log, written.get(), 1)), std::system_error);
}

TEST_CASE("A reader that is woken in vain waits on: somebody else took the bytes") {
  two_descriptors_of_one_pipe_can_both_be_waited_for<Loop>();
}

TEST_CASE("A read that a signal interrupts is done again") {
  a_signal_does_not_end_a_read<Loop>();
}

TEST_CASE("A long read takes many turns of 1024 bytes, and the others take theirs") {
  a_long_read_takes_many_turns<Loop>();
}

TEST_CASE("A reader that is always ready starves no sleeper") {
  a_reader_that_is_always_ready_starves_nobody<Loop>();
}

TEST_CASE("A sleeper that is always due starves no reader") {
  a_sleeper_that_is_always_due_starves_no_reader<Loop>();
}

TEST_CASE("A turn serves every reader that is ready, the lowest descriptor first") {
  every_reader_that_is_ready_is_served_in_one_turn<Loop>();
}

TEST_CASE("A turn serves the readers before the sleepers that are due") {
  a_turn_serves_readers_before_sleepers<Loop>();
}

TEST_CASE("Two coroutines that wait for one descriptor are an error that names it") {
  two_coroutines_cannot_read_one_descriptor<Loop>();
}

TEST_CASE("Two coroutines can read one descriptor, one after the other") {
  two_coroutines_can_read_one_descriptor_in_turn<Loop>();
}

TEST_CASE("A descriptor that an fd_set has no bit for is refused") {
  refuses_descriptors_that_an_fd_set_cannot_hold<Loop>();
  refuses_negative_descriptors<Loop>();
}

TEST_CASE("To wait for a closed descriptor is an error") {
  a_closed_descriptor_is_an_error<Loop>();
}

TEST_CASE("To close a descriptor that another coroutine waits for is an error") {
  closing_a_descriptor_under_a_reader_is_an_error<Loop>();
}

TEST_CASE("An exception that leaves run() closes what the other coroutines had open") {
  an_exception_closes_what_the_others_had_open<Loop>();
}

TEST_CASE("A signal does not end a wait") { a_signal_does_not_end_a_wait<Loop>(); }

TEST_CASE("A wait that nobody can end is an error in virtual time") {
  a_wait_that_nobody_can_end_is_refused<Loop>();
}
