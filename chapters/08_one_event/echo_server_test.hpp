#pragma once

#include <doctest/doctest.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "08_one_event/echo_server.hpp"
#include "08_one_event/operations_test.hpp"
#include "08_one_event/run.hpp"
#include "08_one_event/spawn.hpp"

// The echo server and its clients, in one loop.
namespace run_test {

using ch08::EchoServer;
using ch08::Spawn;

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

/// Sends the data in pieces of 1, 2, 3 bytes and so on, and says that this was all.
inline Coroutine<> send_in_pieces(int connection, std::string data) {
  std::size_t size = 1;
  for (std::size_t sent = 0; sent < data.size(); sent += size++) {
    Coroutine<> sending = ch08::send_all(connection, data.substr(sent, size));
    co_await sending;
  }
  check(::shutdown(connection, SHUT_WR), "shutdown");
}

/// Sends the data, and meanwhile receives all that comes back.
inline Coroutine<> chat(std::uint16_t port, std::string data, std::string& echo) {
  Coroutine<Fd> connecting = ch08::connect("127.0.0.1", port);
  const Fd connection = co_await connecting;
  Spawn sending(send_in_pieces(connection.get(), std::move(data)));
  co_await sending;
  Coroutine<std::string> receiving = ch08::recv(connection.get(), everything);
  echo = co_await receiving;
}

/// Sends a message, and goes without a word, or with a reset.
inline Coroutine<> drop_in(std::uint16_t port, bool reset) {
  Coroutine<Fd> connecting = ch08::connect("127.0.0.1", port);
  const Fd connection = co_await connecting;
  Coroutine<> sending = ch08::send_all(connection.get(), text(5'000));
  co_await sending;
  const linger none{1, 0};
  if (reset)
    check(::setsockopt(connection.get(), SOL_SOCKET, SO_LINGER, &none, sizeof none),
          "setsockopt");
}

inline Coroutine<> visit(EchoServer& server, Coroutine<> client, std::size_t& left) {
  co_await client;
  if (--left == 0) server.stop();
}

/// Runs the server, beside all the clients, until the last of them has gone.
inline void serve(EchoServer& server, std::vector<Coroutine<>> clients) {
  std::size_t left = clients.size();
  std::vector<Coroutine<>> all;
  all.push_back(server.serve());
  for (Coroutine<>& client : clients)
    all.push_back(visit(server, std::move(client), left));
  ch08::run(std::move(all));
}

/// A client that the kernel has let in, whether the server accepts it or not.
inline Fd knock(std::uint16_t port) {
  Coroutine<Fd> connecting = ch08::connect("127.0.0.1", port);
  while (connecting.next()) std::this_thread::yield();
  return connecting.result();
}

inline void every_client_gets_its_own_back() {
  const NothingLeaks nothing;
  EchoServer server(0);
  std::vector<std::string> echoes(5);
  std::vector<Coroutine<>> clients;
  for (unsigned i = 0; i < 5; ++i)
    clients.push_back(chat(server.port(), text(10'000, i), echoes[i]));
  serve(server, std::move(clients));
  for (unsigned i = 0; i < 5; ++i) CHECK(echoes[i] == text(10'000, i));
}

inline void a_half_closed_client_gets_everything() {
  EchoServer server(0);
  std::string echo;
  std::vector<Coroutine<>> clients;
  clients.push_back(chat(server.port(), text(1'000'000), echo));
  serve(server, std::move(clients));
  CHECK(echo == text(1'000'000));
}

inline void clients_that_go_early_do_no_harm() {
  const NothingLeaks nothing;
  EchoServer server(0);
  std::string echo;
  std::vector<Coroutine<>> clients;
  for (int i = 0; i < 10; ++i) clients.push_back(drop_in(server.port(), i % 2 == 0));
  clients.push_back(chat(server.port(), text(200'000), echo));
  serve(server, std::move(clients));
  CHECK(echo == text(200'000));
}

inline void two_hundred_clients_lose_nothing() {
  const NothingLeaks nothing;
  EchoServer server(0);
  std::vector<std::string> echoes(200);
  std::vector<Coroutine<>> clients;
  for (unsigned i = 0; i < 200; ++i) {
    clients.push_back(chat(server.port(), text(20'011, i), echoes[i]));
    if (i % 4 == 0) clients.push_back(drop_in(server.port(), i % 8 == 0));
  }
  serve(server, std::move(clients));
  for (unsigned i = 0; i < 200; ++i) CHECK(echoes[i] == text(20'011, i));
}

inline void a_client_that_does_not_read_holds_up_nobody() {
  EchoServer server(0);
  std::string echo, late;
  const auto flood = [](std::uint16_t port, const std::string& echo,
                        std::string& late) -> Coroutine<> {
    Coroutine<Fd> connecting = ch08::connect("127.0.0.1", port);
    const Fd connection = co_await connecting;
    Spawn sending(send_in_pieces(connection.get(), text(20'000'000)));
    co_await sending;
    for (int i = 0; i < 100 && echo.empty(); ++i) co_await ch04::asleep(Seconds(1));
    CHECK(echo.size() == 1'000);
    Coroutine<std::string> receiving = ch08::recv(connection.get(), everything);
    late = co_await receiving;
  };
  std::vector<Coroutine<>> clients;
  clients.push_back(flood(server.port(), echo, late));
  clients.push_back(chat(server.port(), text(1'000), echo));
  serve(server, std::move(clients));
  CHECK(late == text(20'000'000));
}

/// The number that the next descriptor will have.
inline int next_descriptor() { return Fd(check(::dup(0), "dup")).get(); }

inline void a_server_without_descriptors_accepts_later() {
  const NothingLeaks nothing;
  EchoServer server(0);
  const Fd client = knock(server.port());
  put(client, "hello");
  std::optional<DescriptorLimit> limit(next_descriptor());
  const auto wait = [](EchoServer& server, int client,
                       std::optional<DescriptorLimit>& limit) -> Coroutine<> {
    const Clock::time_point start = Clock::now();
    co_await ch04::asleep(Seconds(2.5));
    limit.reset();
    Coroutine<std::string> receiving = ch08::recv(client, 5);
    const std::string echo = co_await receiving;
    CHECK(echo == "hello");
    const Seconds taken = Clock::now() - start;
    CHECK(taken.count() == doctest::Approx(3));
    server.stop();
  };
  ch08::run(server.serve(), wait(server, client.get(), limit));
}

inline void a_server_turns_away_whom_select_cannot_watch() {
  const NothingLeaks nothing;
  const DescriptorLimit limit(FD_SETSIZE + 100);
  EchoServer server(0);
  const Fd turned_away = knock(server.port()), next = knock(server.port());
  std::vector<Fd> others;
  while (next_descriptor() < FD_SETSIZE) others.push_back(another(next));
  const auto wait = [](EchoServer& server, int first, int second,
                       std::vector<Fd>& others) -> Coroutine<> {
    for (int client : {first, second}) {
      Coroutine<std::string> receiving = ch08::recv(client);
      const std::string nothing = co_await receiving;
      CHECK(nothing == "");
    }
    others.clear();
    std::string echo;
    Coroutine<> chatting = chat(server.port(), "hello", echo);
    co_await chatting;
    CHECK(echo == "hello");
    server.stop();
  };
  ch08::run(server.serve(), wait(server, turned_away.get(), next.get(), others));
}

inline void a_port_has_one_server() {
  const EchoServer server(0);
  CHECK(error_of([&] { EchoServer second(server.port()); }) == EADDRINUSE);
}

}  // namespace run_test
