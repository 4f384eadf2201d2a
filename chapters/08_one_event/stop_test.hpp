#pragma once

#include <doctest/doctest.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <string>
#include <thread>

#include "08_one_event/echo_server_test.hpp"

// How the echo server stops.
namespace run_test {

/// Returns once the peer's kernel has received all that was sent.
inline void until_received(int connection) {
  int unsent = 1;
  while (unsent > 0) {
    check(::ioctl(connection, SIOCOUTQ, &unsent), "ioctl");
    std::this_thread::yield();
  }
}

inline void stop_lets_what_is_in_flight_finish() {
  EchoServer server(0);
  std::string echo;
  const auto last_words = [](EchoServer& server, std::string& echo) -> Coroutine<> {
    const Fd connection = knock(server.port());
    Coroutine<> greeting = ch08::send_all(connection.get(), "x");
    co_await greeting;
    Coroutine<std::string> greeted = ch08::recv(connection.get());
    co_await greeted;
    Coroutine<> sending = ch08::send_all(connection.get(), text(32'768));
    co_await sending;
    until_received(connection.get());
    server.stop();
    Coroutine<std::string> receiving = ch08::recv(connection.get(), everything);
    echo = co_await receiving;
  };
  ch08::run(server.serve(), last_words(server, echo));
  CHECK(echo == text(32'768));
}

/// Sends a byte every 0.05 s and receives it again, as long as that works, but at most
/// `count` times; the server is told to stop after the first.
inline Coroutine<> talk_on(EchoServer& server, int count, int& echoed) {
  const Fd connection = knock(server.port());
  for (echoed = 0; echoed < count; ++echoed) {
    Coroutine<> sending = ch08::send_all(connection.get(), "x");
    co_await sending;
    Coroutine<std::string> receiving = ch08::recv(connection.get());
    const std::string echo = co_await receiving;
    if (echo.empty()) break;
    server.stop();
    co_await AsyncSleep(Clock::now() + milliseconds(50));
  }
}

inline void stop_hears_a_client_out() {
  const NothingLeaks nothing;
  EchoServer server(0);
  int echoed = 0;
  ch08::run(server.serve(), talk_on(server, 10, echoed));
  CHECK(echoed == 10);
}

inline void stop_takes_leave_of_who_talks_on() {
  const NothingLeaks nothing;
  EchoServer server(0);
  int echoed = 0;
  ch08::run(server.serve(), talk_on(server, 1'000, echoed));
  CHECK(echoed >= 20);
  CHECK(echoed < 30);
}

inline void stop_ends_a_server_that_waits() {
  const NothingLeaks nothing;
  EchoServer server(0);
  const auto stop = [](EchoServer& server) -> Coroutine<> {
    co_await ch04::asleep(Seconds(1));
    server.stop();
  };
  ch08::run(server.serve(), stop(server));
  ch08::run(server.serve());
}

inline void stop_ends_a_client_that_was_let_in_a_moment_ago() {
  EchoServer server(0);
  const Fd client = knock(server.port());
  const auto stop = [](EchoServer& server) -> Coroutine<> {
    co_await AsyncSleep(Clock::now());  // the turn in which the client is accepted
    server.stop();
  };
  ch08::run(server.serve(), stop(server));
  char byte;
  CHECK(::recv(client.get(), &byte, 1, 0) == 0);
}

}  // namespace run_test
