#include <doctest/doctest.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include "06_async_read/async_read.hpp"
#include "06_async_read/refusal_test.hpp"
#include "07_async_recv/connect_test.hpp"
#include "07_async_recv/recv_test.hpp"
#include "08_one_event/echo_server_test.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"
#include "08_one_event/spawn.hpp"

using namespace run_test;
using ch08::AsyncIO;
using ch08::Direction;
using ch08::Spawn;

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** found) {
  return look_up(host, service, hints, found);
}

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

/// Sends all of the data, and writes "sent".
Coroutine<> tell(std::string& log, int connection, std::string data) {
  Coroutine<> sending = ch08::send_all(connection, std::move(data));
  co_await sending;
  log += "sent ";
}

TEST_CASE("All that the run() of chapters 05 and 06 promises holds here too") {
  keeps_the_promises_of_chapter_05<Loop>();
  keeps_the_promises_of_chapter_06<Loop>();
}

TEST_CASE("All that chapter 07 promises of recv and connect holds here too") {
  keeps_the_promises_of_recv<Loop>();
  keeps_the_promises_of_connect<Loop>();
}

TEST_CASE("The event of an earlier chapter is one that this loop does not know") {
  const auto read = []() -> Coroutine<> {
    ch06::AsyncRead event(0);
    co_await event;
  };
  CHECK_THROWS_WITH_AS(Loop::run(read()), doctest::Contains("AsyncRead(file=0"),
                       std::logic_error);
}

TEST_CASE(
    "An operation is done again until it neither is interrupted nor would block") {
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

TEST_CASE("An operation that fails is an error that names it") {
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

TEST_CASE("A receiver waits its turn even if the bytes are there") {
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

TEST_CASE("A connection that never runs dry starves nobody") {
  const SocketPair pair;
  put(pair.theirs, echo_test::text(32 * 1024));
  std::string log;
  const auto receive = [](std::string& log, int connection) -> Coroutine<> {
    Coroutine<std::string> receiving = ch08::recv(connection, 32 * 1024, 1024);
    co_await receiving;
    log += "received";
  };
  Loop::run(insist(log, "a", 31), receive(log, pair.ours.get()));
  CHECK(log == std::string(31, 'a') + "received");
}

TEST_CASE("A sender sends first, and waits only if there is no room") {
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

TEST_CASE("A sender goes on until a slow receiver has all, and the others go on too") {
  const SocketPair pair;
  const int size = 4096;
  check(::setsockopt(pair.ours.get(), SOL_SOCKET, SO_SNDBUF, &size, sizeof size),
        "setsockopt");
  const std::string data = echo_test::text(3'000'000);
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

TEST_CASE("A peer that has gone is an error for the sender, and no signal") {
  SocketPair pair;
  pair.theirs.close();
  std::string log;
  CHECK(error_of([&] { Loop::run(tell(log, pair.ours.get(), "hello")); }) == EPIPE);
}

TEST_CASE(
    "A sender refuses a connection that blocks, and accept a listener that does") {
  const SocketPair pair(0);
  std::string log;
  CHECK_THROWS_AS(Loop::run(tell(log, pair.ours.get(), "hello")),
                  std::invalid_argument);
  const Fd listener = ch07::listen(0);
  Coroutine<Fd> accepting = ch08::accept(listener.get());
  CHECK_THROWS_AS(accepting.next(), std::invalid_argument);
}

TEST_CASE("accept waits for a client, and gives a connection that does not block") {
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

TEST_CASE("One coroutine can receive from a connection while another sends to it") {
  const SocketPair pair;
  const std::string data = echo_test::text(1'000'000);
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

TEST_CASE("Two coroutines that wait to send to one connection are an error") {
  const SocketPair pair;
  const std::string data(10'000'000, 'x');
  std::string log;
  const std::string name = "descriptor " + std::to_string(pair.ours.get());
  CHECK_THROWS_WITH_AS(
      Loop::run(tell(log, pair.ours.get(), data), tell(log, pair.ours.get(), data)),
      doctest::Contains(name.c_str()), std::logic_error);
}

/// Hands the loop another coroutine, and writes before and after it does.
Coroutine<> beget(std::string& log, Coroutine<> child) {
  log += "before ";
  Spawn spawn(std::move(child));
  co_await spawn;
  log += "after ";
}

TEST_CASE("A coroutine that spawns another goes on first, and both run in the loop") {
  std::string log;
  Loop::run(beget(log, step(log, "child", 2)), say(log, "other "));
  CHECK(log == "before other after child0 child1 ");
}

TEST_CASE("A spawned coroutine can spawn, and run() returns when the last has ended") {
  std::string log;
  Loop::run(beget(log, beget(log, beget(log, step(log, "child", 2)))));
  CHECK(log == "before after before after before after child0 child1 ");
}

TEST_CASE("An exception in a spawned coroutine leaves run() like any other") {
  const Held held = std::make_shared<int>();
  std::string log;
  const Clock::time_point later = Clock::now() + milliseconds(1);
  CHECK_THROWS_AS(
      Loop::run(beget(log, fail(Clock::now())), beget(log, hold_deep(held, later))),
      Oops);
  CHECK(held.use_count() == 1);
  CHECK_THROWS_AS(Loop::run(beget(log, hold(held, later)), fail_at_once()), Oops);
  CHECK(held.use_count() == 1);
}

TEST_CASE("An echo server gives each of its clients its own bytes back") {
  echo_test::every_client_gets_its_own_back();
}

TEST_CASE("A client that says it has sent all still gets all of it back") {
  echo_test::a_half_closed_client_gets_everything();
}

TEST_CASE(
    "Clients that leave early or with a reset do the server and the others no harm") {
  echo_test::clients_that_go_early_do_no_harm();
}

TEST_CASE("A client that does not read holds up nobody but itself") {
  echo_test::a_client_that_does_not_read_holds_up_nobody();
}

TEST_CASE("Two hundred clients with odd pieces lose no byte and leave no descriptor") {
  echo_test::two_hundred_clients_lose_nothing();
}

TEST_CASE("A server that is stopped sends back what it has received, and ends") {
  echo_test::stop_lets_what_is_in_flight_finish();
}

TEST_CASE("A server that is stopped hears its clients out") {
  echo_test::stop_hears_a_client_out();
}

TEST_CASE(
    "A server that is stopped takes leave of who talks on for more than a second") {
  echo_test::stop_takes_leave_of_who_talks_on();
}

TEST_CASE("A server that is stopped waits for no new client") {
  echo_test::stop_ends_a_server_that_waits();
}

TEST_CASE("A server that is stopped ends the clients that it let in a moment ago") {
  echo_test::stop_ends_a_client_that_was_let_in_a_moment_ago();
}

TEST_CASE("A server without descriptors tries again every second") {
  echo_test::a_server_without_descriptors_accepts_later();
}

TEST_CASE(
    "A server turns away a client whom select cannot watch, and serves the next") {
  echo_test::a_server_turns_away_whom_select_cannot_watch();
}

TEST_CASE("A port has one server") { echo_test::a_port_has_one_server(); }
