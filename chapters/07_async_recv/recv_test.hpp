#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>

#include "06_async_read/read_test.hpp"

// How a connection is received from. A Loop has, beside run() and read(), a coroutine
// recv(connection, amount, read_buffer).
namespace run_test {

/// Two connections, joined: what is put into one comes out of the other.
struct SocketPair {
  explicit SocketPair(int flags = SOCK_NONBLOCK) {
    int ends[2];
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | flags, 0, ends),
          "socketpair");
    ours = Fd(ends[0]);
    theirs = Fd(ends[1]);
  }

  Fd ours, theirs;
};

/// Receives, and writes what came in angle brackets.
template <class Loop>
Coroutine<> hear(std::string& log, int connection, std::size_t amount = 1,
                 std::size_t read_buffer = 1024) {
  Coroutine<std::string> receiving = Loop::recv(connection, amount, read_buffer);
  const std::string data = co_await receiving;
  log += "<" + data + ">";
}

template <class Loop>
void a_receiver_gets_all_that_is_there() {
  const SocketPair pair;
  put(pair.theirs, "hello world");
  std::string log;
  Loop::run(hear<Loop>(log, pair.ours.get(), 5));
  CHECK(log == "<hello world>");
}

template <class Loop>
void a_receiver_gets_at_most_a_buffer_at_a_time() {
  const SocketPair pair;
  put(pair.theirs, "hello world");
  std::string log;
  Loop::run(hear<Loop>(log, pair.ours.get(), 5, 4));
  CHECK(log == "<hello wo>");
  Loop::run(hear<Loop>(log, pair.ours.get(), 3, 4));
  CHECK(log == "<hello wo><rld>");
}

template <class Loop>
void a_receiver_waits_until_it_has_what_it_wants() {
  const SocketPair pair;
  const Clock::time_point start = Clock::now();
  std::string log;
  Loop::run(hear<Loop>(log, pair.ours.get(), 5), step(log, "a", 3),
            put_at(pair.theirs, "hel", start + milliseconds(50)),
            put_at(pair.theirs, "lo world", start + milliseconds(150)));
  CHECK(log == "a0 a1 <hello world>a2 ");
}

template <class Loop>
void receiving_nothing_waits_for_nothing() {
  const SocketPair pair;
  std::string log;
  Loop::run(hear<Loop>(log, pair.ours.get(), 0));
  CHECK(log == "<>");
}

template <class Loop>
void the_end_of_a_stream_ends_a_receiver() {
  SocketPair pair;
  put(pair.theirs, "hel");
  std::string log;
  Loop::run(hear<Loop>(log, pair.ours.get(), 5),
            close_at(pair.theirs, Clock::now() + milliseconds(1)));
  CHECK(log == "<hel>");
  Loop::run(hear<Loop>(log, pair.ours.get(), 5));
  CHECK(log == "<hel><>");
}

template <class Loop>
void a_receiver_refuses_a_connection_that_blocks() {
  const SocketPair pair(0);
  put(pair.theirs, "hello");
  std::string log;
  const std::string name = "descriptor " + std::to_string(pair.ours.get());
  CHECK_THROWS_WITH_AS(Loop::run(hear<Loop>(log, pair.ours.get(), 5)),
                       doctest::Contains(name.c_str()), std::invalid_argument);
  CHECK(log.empty());
}

template <class Loop>
void a_receiver_refuses_a_buffer_without_room() {
  const SocketPair pair;
  put(pair.theirs, "hello");
  std::string log;
  CHECK_THROWS_WITH_AS(Loop::run(hear<Loop>(log, pair.ours.get(), 5, 0)),
                       doctest::Contains("empty read buffer"), std::invalid_argument);
}

template <class Loop>
void a_receiver_tells_of_a_reset_and_of_a_closed_connection() {
  SocketPair pair;
  put(pair.ours, "never read");
  pair.theirs.close();
  std::string log;
  const auto receive = [&log, connection = pair.ours.get()] {
    Loop::run(hear<Loop>(log, connection, 100));
  };
  CHECK(error_of(receive) == ECONNRESET);
  pair.ours.close();
  CHECK(error_of(receive) == EBADF);
}

template <class Loop>
void two_descriptors_of_one_connection_can_both_be_waited_for() {
  const SocketPair pair;
  const Fd second = another(pair.ours);
  std::string log;
  const Clock::time_point soon = Clock::now() + milliseconds(1);
  Loop::run(hear<Loop>(log, pair.ours.get()), hear<Loop>(log, second.get()),
            put_at(pair.theirs, "a", soon),
            put_at(pair.theirs, "b", soon + milliseconds(1)));
  CHECK(log == "<a><b>");
}

template <class Loop>
void two_coroutines_cannot_receive_from_one_connection() {
  const SocketPair pair;
  std::string log;
  const std::string name = "descriptor " + std::to_string(pair.ours.get());
  CHECK_THROWS_WITH_AS(
      Loop::run(hear<Loop>(log, pair.ours.get()), hear<Loop>(log, pair.ours.get())),
      doctest::Contains(name.c_str()), std::logic_error);
  CHECK_THROWS_WITH_AS(Loop::run(hear<Loop>(log, pair.ours.get()),
                                 listen_to<Loop>(log, pair.ours.get(), 1)),
                       doctest::Contains(name.c_str()), std::logic_error);
}

/// What recv() promises from chapter 07 on, each line under its name.
template <class Loop>
void keeps_the_promises_of_recv() {
  SUBCASE("all that is there") { a_receiver_gets_all_that_is_there<Loop>(); }
  SUBCASE("a buffer at a time") { a_receiver_gets_at_most_a_buffer_at_a_time<Loop>(); }
  SUBCASE("all it wants") { a_receiver_waits_until_it_has_what_it_wants<Loop>(); }
  SUBCASE("nothing") { receiving_nothing_waits_for_nothing<Loop>(); }
  SUBCASE("the end") { the_end_of_a_stream_ends_a_receiver<Loop>(); }
  SUBCASE("blocking") { a_receiver_refuses_a_connection_that_blocks<Loop>(); }
  SUBCASE("no buffer") { a_receiver_refuses_a_buffer_without_room<Loop>(); }
  SUBCASE("errors") { a_receiver_tells_of_a_reset_and_of_a_closed_connection<Loop>(); }
  SUBCASE("in vain") {
    two_descriptors_of_one_connection_can_both_be_waited_for<Loop>();
  }
  SUBCASE("two at once") { two_coroutines_cannot_receive_from_one_connection<Loop>(); }
}

}  // namespace run_test
