#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "06_async_read/select.hpp"
#include "07_async_recv/address.hpp"
#include "07_async_recv/listen.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Clock;
using ch04::Coroutine;
using ch04::Seconds;
using common::check;
using common::Fd;
using exercise::AsyncWriteable;

namespace {

/// What came of a wait, after how many seconds, and perhaps the connection.
struct Outcome {
  std::string what = "it has not ended";
  double at = 0;
  Fd connection;
};

/// Connects, and says what came of it.
Coroutine<> connects(std::uint16_t port, Seconds timeout, Outcome* outcome,
                     std::string host = "127.0.0.1") {
  const Clock::time_point start = Clock::now();
  const ch07::Address address = ch07::resolve(host, port).front();
  try {
    Coroutine<Fd> connecting = exercise::connect(address, timeout);
    outcome->connection = co_await connecting;
    outcome->what = "connected";
  } catch (const std::system_error& error) {
    outcome->what = error.code().message();
  }
  outcome->at = Seconds(Clock::now() - start).count();
}

/// Waits so long for a descriptor, and says what came of it.
Coroutine<> waits(int descriptor, Seconds patience, Outcome* outcome) {
  const Clock::time_point start = Clock::now();
  try {
    AsyncWriteable writeable(descriptor, ch04::after(patience));
    co_await writeable;
    outcome->what = "writeable";
  } catch (const std::system_error& error) {
    outcome->what = error.code().message();
  }
  outcome->at = Seconds(Clock::now() - start).count();
}

/// Waits so long for a descriptor, and for nobody to say so.
Coroutine<> waits_alone(int descriptor, Seconds patience) {
  AsyncWriteable writeable(descriptor, ch04::after(patience));
  co_await writeable;
}

/// An event that only this file knows.
class Unheard : public ch04::Event {
 public:
  std::string repr() const override { return "Unheard()"; }
};

Coroutine<> waits_for_the_unheard() {
  Unheard unheard;
  co_await unheard;
}

/// Waits twice, whatever came of the first time.
Coroutine<> waits_twice(int descriptor, Outcome* first, Outcome* second) {
  Coroutine<> waiting = waits(descriptor, Seconds(1), first);
  co_await waiting;
  Coroutine<> again = waits(descriptor, Seconds(2), second);
  co_await again;
}

Coroutine<> sleeps(Seconds duration, Outcome* outcome) {
  const Clock::time_point start = Clock::now();
  co_await ch04::asleep(duration);
  outcome->at = Seconds(Clock::now() - start).count();
}

/// A pipe with no room left in it.
struct FullPipe {
  FullPipe() {
    int ends[2];
    check(::pipe2(ends, O_NONBLOCK | O_CLOEXEC), "pipe2");
    output = Fd(ends[0]);
    input = Fd(ends[1]);
    while (::write(input.get(), page.data(), page.size()) > 0) continue;
  }

  /// Makes room.
  void drain() {
    while (::read(output.get(), page.data(), page.size()) > 0) continue;
  }

  Fd output, input;
  std::array<char, 4096> page{};
};

/// Makes room after a while; then holds everybody up for so long: it is no coroutine
/// that waits, but the thread.
Coroutine<> drains(FullPipe* pipe, Seconds after, Seconds held_up = Seconds(0)) {
  co_await ch04::asleep(after);
  pipe->drain();
  ch06::select({}, {}, ch04::after(held_up));
}

/// A server that never answers: who has been let into its queue keeps it full.
struct Silent {
  Silent() {
    check(::listen(listener.get(), 0), "listen");
    const ch07::Address address = ch07::resolve("127.0.0.1", port).front();
    check(::connect(first.get(), address.get(), address.size()), "connect");
  }

  Fd listener = ch07::listen(0);
  std::uint16_t port = ch07::port_of(listener.get());
  Fd first{check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket")};
};

std::ptrdiff_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd"), end;
  return std::distance(all, end);
}

}  // namespace

TEST_CASE("Sleepers wake in time while others wait") {
  const FullPipe pipe;
  Outcome waited, slept;
  INFO("a pipe stays full until its deadline after 5 s; a sleeper sleeps for 1 s");
  exercise::run(ch05::coroutines(waits(pipe.input.get(), Seconds(5), &waited),
                                 sleeps(Seconds(1), &slept)));
  CHECK(slept.at == doctest::Approx(1));
  CHECK(waited.at == doctest::Approx(5));
}

TEST_CASE("What becomes writeable in time goes on then, and not at the deadline") {
  FullPipe pipe;
  Outcome outcome;
  INFO("a pipe is full, its deadline is after 5 s, and after 1 s somebody reads");
  exercise::run(ch05::coroutines(waits(pipe.input.get(), Seconds(5), &outcome),
                                 drains(&pipe, Seconds(1))));
  CHECK(outcome.what == "writeable");
  CHECK(outcome.at == doctest::Approx(1));
}

TEST_CASE("Each has a deadline of its own") {
  const FullPipe one, other;
  Outcome late, early;
  INFO("two pipes stay full; the deadlines are after 5 s and after 1.0037 s");
  exercise::run(ch05::coroutines(waits(one.input.get(), Seconds(5), &late),
                                 waits(other.input.get(), Seconds(1.0037), &early)));
  CHECK(late.at == doctest::Approx(5));
  CHECK(early.at == doctest::Approx(1.0037));
}

TEST_CASE("What is writeable is not too late, however late one looks") {
  FullPipe pipe;
  Outcome outcome;
  INFO(
      "a pipe's deadline is after 5 s; after 1 s somebody reads from it, and then "
      "holds the loop up for 10 s");
  exercise::run(ch05::coroutines(waits(pipe.input.get(), Seconds(5), &outcome),
                                 drains(&pipe, Seconds(1), Seconds(10))));
  CHECK(outcome.what == "writeable");
}

TEST_CASE("Who was too late may wait again") {
  const FullPipe pipe;
  Outcome first, second;
  INFO("a pipe stays full; who waits for it waits for 1 s, and then for 2 s more");
  exercise::run(ch05::coroutines(waits_twice(pipe.input.get(), &first, &second)));
  CHECK(first.what == "Connection timed out");
  CHECK(second.what == "Connection timed out");
  CHECK(second.at == doctest::Approx(2));
}

TEST_CASE("What leaves a coroutine leaves run()") {
  const FullPipe pipe;
  INFO("a pipe stays full; who waits for it for 1 s has no try");
  CHECK_THROWS_AS(
      exercise::run(ch05::coroutines(waits_alone(pipe.input.get(), Seconds(1)))),
      std::system_error);
}

TEST_CASE("An event that run() does not know is an error, and no silence") {
  INFO("a coroutine waits for an event of the test's own");
  CHECK_THROWS_AS(exercise::run(ch05::coroutines(waits_for_the_unheard())),
                  std::logic_error);
}

TEST_CASE("A server that answers is connected to, and no time passes") {
  const Fd listener = ch07::listen(0);
  Outcome outcome;
  INFO("a server listens, and there are 5 s to connect to it");
  exercise::run(
      ch05::coroutines(connects(ch07::port_of(listener.get()), Seconds(5), &outcome)));
  CHECK(outcome.what == "connected");
  CHECK(outcome.at == doctest::Approx(0));
  const int flags = ::fcntl(outcome.connection.get(), F_GETFL);
  CHECK((flags & O_NONBLOCK) != 0);
  check(::send(outcome.connection.get(), "hello", 5, 0), "send");
  const Fd connection(check(::accept(listener.get(), nullptr, nullptr), "accept"));
  std::string received(100, 0);
  received.resize(check(::recv(connection.get(), received.data(), 100, 0), "recv"));
  CHECK(received == "hello");
}

TEST_CASE("A server that does not answer is given up when the time is over") {
  const Silent server;
  Outcome outcome;
  INFO("the server's queue is full, and there are 5 s to connect to it");
  exercise::run(ch05::coroutines(connects(server.port, Seconds(5), &outcome)));
  CHECK(outcome.what == "Connection timed out");
  CHECK(outcome.at == doctest::Approx(5));
}

TEST_CASE("A server that refuses is an error at once") {
  Fd listener = ch07::listen(0);
  const std::uint16_t port = ch07::port_of(listener.get());
  listener.close();
  Outcome outcome;
  INFO("nobody listens any more, and there are 5 s to connect");
  exercise::run(ch05::coroutines(connects(port, Seconds(5), &outcome)));
  CHECK(outcome.what == "Connection refused");
  CHECK(outcome.at == doctest::Approx(0));
}

TEST_CASE("An error that comes at once is an error at once") {
  Outcome outcome;
  INFO("no TCP goes to the address of all, 255.255.255.255; there are 5 s to connect");
  exercise::run(ch05::coroutines(connects(1, Seconds(5), &outcome, "255.255.255.255")));
  CHECK(outcome.what == "Network is unreachable");
  CHECK(outcome.at == doctest::Approx(0));
}

TEST_CASE("Who gives up leaves no descriptor behind") {
  const Silent server;
  const std::ptrdiff_t before = open_descriptors();
  Outcome outcome;
  INFO("the server's queue is full, and there are 5 s to connect to it");
  exercise::run(ch05::coroutines(connects(server.port, Seconds(5), &outcome)));
  CHECK(open_descriptors() == before);
}
