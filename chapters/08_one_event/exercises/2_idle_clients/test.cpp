#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <system_error>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "07_async_recv/listen.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"
#include "08_one_event/spawn.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();
constexpr Seconds patience(10);

/// Both ends of a connection.
struct Connection {
  Connection() {
    int ends[2];
    const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    server = common::Fd(ends[0]);
    client = common::Fd(ends[1]);
  }

  common::Fd server, client;
};

/// What a client got back, and when it was let go, in seconds.
struct Visit {
  std::string echo;
  double end = 0;
};

/// Sends so many letters, one at a time and 6 s after the one before, and perhaps says
/// that this was all.
Coroutine<> sends(int connection, int letters, bool all) {
  for (int i = 0; i < letters; ++i) {
    co_await ch04::asleep(Seconds(6));
    Coroutine<> sending = ch08::send_all(connection, std::string(1, 'a' + i));
    co_await sending;
  }
  if (all) common::check(::shutdown(connection, SHUT_WR), "shutdown");
}

/// Sends letters, and receives until it is let go.
Coroutine<> visits(int connection, int letters, bool all, Visit* visit) {
  const Clock::time_point start = Clock::now();
  ch08::Spawn sender(sends(connection, letters, all));
  co_await sender;
  Coroutine<std::string> receiving = ch08::recv(connection, everything);
  visit->echo = co_await receiving;
  visit->end = Seconds(Clock::now() - start).count();
}

/// Serves one client, over TCP.
Coroutine<> serves(common::Fd listener) {
  Coroutine<common::Fd> accepting = ch08::accept(listener.get());
  common::Fd connection = co_await accepting;
  Coroutine<> echoing = exercise::echo(std::move(connection), patience);
  co_await echoing;
}

/// Sends more than fits, reads nothing, and notes when it was let go.
Coroutine<> floods(std::uint16_t port, Visit* visit) {
  Coroutine<common::Fd> connecting = ch08::connect("127.0.0.1", port);
  const common::Fd connection = co_await connecting;
  const Clock::time_point start = Clock::now();
  Coroutine<> sending = ch08::send_all(connection.get(), std::string(20'000'000, 'x'));
  try {
    co_await sending;
  } catch (const std::system_error&) {
    visit->end = Seconds(Clock::now() - start).count();
  }
}

/// Sends a letter, and closes the connection without having read its echo.
Coroutine<> is_cut_off(common::Fd connection) {
  co_await ch04::asleep(Seconds(6));
  Coroutine<> sending = ch08::send_all(connection.get(), "a");
  co_await sending;
  co_await ch04::asleep(Seconds(1));
}

/// Comes later, to an echo of its own, and sends two letters.
Coroutine<> comes_later(Seconds later, Visit* visit) {
  co_await ch04::asleep(later);
  Connection connection;
  ch08::Spawn server(exercise::echo(std::move(connection.server), patience));
  co_await server;
  Coroutine<> visiting = visits(connection.client.get(), 2, true, visit);
  co_await visiting;
}

/// One client's visit to an echo with a patience of 10 s.
Visit visit(int letters, bool all) {
  Connection connection;
  Visit visit;
  ch08::run(exercise::echo(std::move(connection.server), patience),
            visits(connection.client.get(), letters, all, &visit));
  return visit;
}

}  // namespace

TEST_CASE("A client gets back what it sends") {
  INFO("a after 6 s, b after 12 s, c after 18 s, and that was all");
  CHECK(visit(3, true).echo == "abc");
}

TEST_CASE("Who says nothing is let go when the time is over") {
  INFO("the patience is 10 s, and the client never sends anything");
  CHECK(visit(0, false).end == doctest::Approx(10));
}

TEST_CASE("Every word begins the time anew") {
  INFO("the patience is 10 s; a after 6 s, b after 12 s, c after 18 s, and silence");
  const Visit talked = visit(3, false);
  CHECK(talked.echo == "abc");
  CHECK(talked.end == doctest::Approx(28));
}

TEST_CASE("Who leaves is let go at once") {
  INFO("a after 6 s, and that was all");
  CHECK(visit(1, true).end == doctest::Approx(6));
}

TEST_CASE("Who does not read is let go, too") {
  INFO("the patience is 10 s; the client sends 20 MB at once, and reads nothing");
  common::Fd listener = ch07::listen(0, SOCK_NONBLOCK);
  const std::uint16_t port = ch07::port_of(listener.get());
  Visit flood;
  ch08::run(serves(std::move(listener)), floods(port, &flood));
  CHECK(flood.end == doctest::Approx(10));
}

TEST_CASE("Who is cut off is let go, and nothing more") {
  INFO("a after 6 s; the client closes after 7 s, and has not read what came back");
  Connection connection;
  const int descriptor = connection.server.get();
  ch08::run(exercise::echo(std::move(connection.server), patience),
            is_cut_off(std::move(connection.client)));
  CHECK(::fcntl(descriptor, F_GETFD) == -1);
}

TEST_CASE("Each client has a time of its own") {
  INFO("the patience is 10 s; one client says nothing, another a, b, c every 6 s");
  Connection silent, talking;
  Visit silence, talk;
  ch08::run(exercise::echo(std::move(silent.server), patience),
            exercise::echo(std::move(talking.server), patience),
            visits(silent.client.get(), 0, false, &silence),
            visits(talking.client.get(), 3, true, &talk));
  CHECK(silence.end == doctest::Approx(10));
  CHECK(talk.echo == "abc");
}

TEST_CASE("Nobody is let go in place of one who has left") {
  INFO("a client leaves after 6 s; another comes after 7 s, and talks until 19 s");
  Connection connection;
  Visit first, second;
  ch08::run(exercise::echo(std::move(connection.server), patience),
            visits(connection.client.get(), 1, true, &first),
            comes_later(Seconds(7), &second));
  CHECK(second.echo == "ab");
}
