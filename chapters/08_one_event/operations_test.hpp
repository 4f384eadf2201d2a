#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "05_naive_loop/coroutines_test.hpp"
#include "06_async_read/read_test.hpp"
#include "07_async_recv/connect_test.hpp"
#include "07_async_recv/recv_test.hpp"
#include "08_one_event/async_io.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"

// The operations on the one event, each in the loop.
namespace run_test {

using ch08::AsyncIO;
using ch08::Direction;

/// This chapter's loop, as the tests of the earlier ones want it.
struct Loop {
  template <class... Coroutines>
  static void run(Coroutines... coroutines) {
    ch08::run(std::move(coroutines)...);
  }

  static Coroutine<std::string> read(int file, std::size_t amount) {
    return ch08::read(file, amount);
  }

  static Coroutine<std::string> recv(int connection, std::size_t amount,
                                     std::size_t read_buffer) {
    return ch08::recv(connection, amount, read_buffer);
  }

  static Coroutine<Fd> connect(std::string host, std::uint16_t port) {
    return ch08::connect(host, port);
  }
};

/// So many bytes of which no two neighbours are alike, and that begin with `first`.
inline std::string text(std::size_t size, unsigned first = 0) {
  std::string data(size, 0);
  for (std::size_t i = 0; i < size; ++i)
    data[i] = static_cast<char>((first + i * 7 + i / 251) % 256);
  return data;
}

/// Sends all of the data, and writes "sent".
inline Coroutine<> tell(std::string& log, int connection, std::string data) {
  Coroutine<> sending = ch08::send_all(connection, std::move(data));
  co_await sending;
  log += "sent ";
}

inline void an_operation_is_done_again() {
  const auto operate = [](Direction direction) -> Coroutine<ssize_t> {
    int errors[] = {EINTR, EAGAIN, EINPROGRESS, EALREADY, 0}, *next = errors;
    AsyncIO event(7, direction, "operate", [&next] {
      errno = *next++;
      return errno ? -1 : 42;
    });
    const ssize_t result = co_await event;
    co_return result;
  };
  Coroutine<ssize_t> operating = operate(Direction::writeable);
  for (int i = 0; i < 3; ++i) {
    std::optional<ch04::Event*> event = operating.next();
    REQUIRE(event);
    CHECK((*event)->repr() == "AsyncIO(operate, descriptor=7)");
  }
  CHECK_FALSE(operating.next());
  CHECK(operating.result() == 42);
}

inline void an_operation_that_fails_is_an_error() {
  const auto operate = []() -> Coroutine<> {
    AsyncIO event(7, Direction::writeable, "operate", [] {
      errno = EPERM;
      return -1;
    });
    co_await event;
  };
  CHECK_THROWS_WITH_AS(Loop::run(operate()), doctest::Contains("operate: "),
                       std::system_error);
}

inline void a_receiver_waits_its_turn() {
  const SocketPair pair;
  put(pair.theirs, "hello");
  Coroutine<std::string> receiving = ch08::recv(pair.ours.get(), 5);
  std::optional<ch04::Event*> event = receiving.next();
  REQUIRE(event);
  const std::string descriptor = std::to_string(pair.ours.get());
  CHECK((*event)->repr() == "AsyncIO(recv, descriptor=" + descriptor + ")");
  CHECK_FALSE(receiving.next());
  CHECK(receiving.result() == "hello");
}

inline void a_full_connection_starves_nobody() {
  const SocketPair pair;
  put(pair.theirs, text(32 * 1024));
  std::string log;
  const auto receive = [](std::string& log, int connection) -> Coroutine<> {
    Coroutine<std::string> receiving = ch08::recv(connection, 32 * 1024, 1024);
    co_await receiving;
    log += "received";
  };
  Loop::run(insist(log, "a", 31), receive(log, pair.ours.get()));
  CHECK(log == std::string(31, 'a') + "received");
}

inline void a_sender_sends_first() {
  const SocketPair pair;
  Coroutine<> small = ch08::send_all(pair.ours.get(), "hello");
  CHECK_FALSE(small.next());
  Coroutine<> large = ch08::send_all(pair.ours.get(), std::string(10'000'000, 'x'));
  std::optional<ch04::Event*> event = large.next();
  REQUIRE(event);
  const auto* io = dynamic_cast<AsyncIO*>(*event);
  REQUIRE(io);
  CHECK(io->direction() == Direction::writeable);
  CHECK(io->descriptor() == pair.ours.get());
}

inline void a_sender_goes_on_until_all_is_sent() {
  const SocketPair pair;
  const int size = 4096;
  check(::setsockopt(pair.ours.get(), SOL_SOCKET, SO_SNDBUF, &size, sizeof size),
        "setsockopt");
  const std::string data = text(3'000'000);
  std::string log, received;
  const auto receive = [](std::string& received, int connection,
                          std::size_t all) -> Coroutine<> {
    while (received.size() < all) {
      co_await AsyncSleep(Clock::now() + milliseconds(1));
      Coroutine<std::string> receiving = ch08::recv(connection, 1, 65'536);
      const std::string piece = co_await receiving;
      received += piece;
    }
  };
  Loop::run(tell(log, pair.ours.get(), data), step(log, "a", 5),
            receive(received, pair.theirs.get(), data.size()));
  CHECK(received == data);
  CHECK(log.find("a1 ") < log.find("sent "));
}

inline void a_peer_that_has_gone_is_an_error() {
  SocketPair pair;
  pair.theirs.close();
  std::string log;
  CHECK(error_of([&] { Loop::run(tell(log, pair.ours.get(), "hello")); }) == EPIPE);
}

inline void sender_and_accept_refuse_what_blocks() {
  const SocketPair pair(0);
  std::string log;
  CHECK_THROWS_AS(Loop::run(tell(log, pair.ours.get(), "hello")),
                  std::invalid_argument);
  const Fd listener = ch07::listen(0);
  Coroutine<Fd> accepting = ch08::accept(listener.get());
  CHECK_THROWS_AS(accepting.next(), std::invalid_argument);
}

inline void accept_waits_for_a_client() {
  const Fd listener = ch07::listen(0, SOCK_NONBLOCK);
  std::string log;
  const auto accept = [](std::string& log, int listener) -> Coroutine<> {
    Coroutine<Fd> accepting = ch08::accept(listener);
    const Fd connection = co_await accepting;
    CHECK((::fcntl(connection.get(), F_GETFL) & O_NONBLOCK) != 0);
    CHECK((::fcntl(connection.get(), F_GETFD) & FD_CLOEXEC) != 0);
    log += "accepted ";
  };
  const auto later = [](std::string& log, std::uint16_t port) -> Coroutine<> {
    co_await ch04::asleep(Seconds(0.25));
    Coroutine<> calling = call<Loop>(log, "127.0.0.1", port);
    co_await calling;
  };
  Loop::run(accept(log, listener.get()), step(log, "a", 3),
            later(log, ch07::port_of(listener.get())));
  CHECK(log.starts_with("a0 a1 a2 "));
  CHECK(log.find("accepted ") != std::string::npos);
  CHECK(log.find("connected ") != std::string::npos);
}

inline void a_connection_can_be_used_both_ways_at_once() {
  const SocketPair pair;
  const std::string data = text(1'000'000);
  std::string log, received;
  const auto receive = [](std::string& received, int connection,
                          std::size_t amount) -> Coroutine<> {
    Coroutine<std::string> receiving = ch08::recv(connection, amount);
    received = co_await receiving;
  };
  Loop::run(hear<Loop>(log, pair.ours.get(), 5), tell(log, pair.ours.get(), data),
            receive(received, pair.theirs.get(), data.size()),
            put_at(pair.theirs, "hello", Clock::now()));
  CHECK(received == data);
  CHECK(log.find("<hello>") != std::string::npos);
}

inline void two_coroutines_cannot_send_to_one_connection() {
  const SocketPair pair;
  const std::string data(10'000'000, 'x');
  std::string log;
  const std::string name = "descriptor " + std::to_string(pair.ours.get());
  CHECK_THROWS_WITH_AS(
      Loop::run(tell(log, pair.ours.get(), data), tell(log, pair.ours.get(), data)),
      doctest::Contains(name.c_str()), std::logic_error);
}

}  // namespace run_test
