#include <doctest/doctest.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "06_async_read/refusal_test.hpp"
#include "07_async_recv/async_recv.hpp"
#include "07_async_recv/connect.hpp"
#include "07_async_recv/connect_test.hpp"
#include "07_async_recv/recv_test.hpp"
#include "07_async_recv/run.hpp"
#include "07_async_recv/serve.hpp"
#include "07_async_recv/wait.hpp"

using namespace run_test;
using ch06::AsyncRead;
using ch07::AsyncConnect;
using ch07::AsyncRecv;

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** found) {
  return look_up(host, service, hints, found);
}

struct Loop {
  template <class... Coroutines>
  static void run(Coroutines... coroutines) {
    ch07::run(std::move(coroutines)...);
  }

  static Coroutine<std::string> read(int file, std::size_t amount) {
    AsyncRead event(file, amount);
    std::string data = co_await event;
    co_return data;
  }

  static Coroutine<std::string> recv(int connection, std::size_t amount,
                                     std::size_t read_buffer) {
    AsyncRecv event(connection, amount, read_buffer);
    std::string data = co_await event;
    co_return data;
  }

  static Coroutine<Fd> connect(std::string host, std::uint16_t port) {
    return ch07::connect(host, port);
  }
};

TEST_CASE("All that the run() of chapters 05 and 06 promises holds here too") {
  keeps_the_promises_of_chapter_05<Loop>();
  keeps_the_promises_of_chapter_06<Loop>();
}

TEST_CASE("A receiver suspends only if there is nothing to receive") {
  const SocketPair pair;
  put(pair.theirs, "hello");
  Coroutine<std::string> there = Loop::recv(pair.ours.get(), 5, 2);
  CHECK_FALSE(there.next());
  CHECK(there.result() == "hello");

  Coroutine<std::string> missing = Loop::recv(pair.ours.get(), 5, 1024);
  std::optional<ch04::Event*> event = missing.next();
  REQUIRE(event);
  const std::string name = "AsyncRecv(connection=" + std::to_string(pair.ours.get());
  CHECK((*event)->repr() == name + ", amount=5, progress=0)");
  put(pair.theirs, "hel");
  event = missing.next();
  REQUIRE(event);
  CHECK((*event)->repr() == name + ", amount=5, progress=3)");
}

TEST_CASE("A receiver waits until it has at least what it wants") {
  a_receiver_waits_until_it_has_what_it_wants<Loop>();
}

TEST_CASE(
    "A receiver gets more than it wants if more is there: the surplus is its own") {
  a_receiver_gets_all_that_is_there<Loop>();
}

TEST_CASE(
    "A receiver takes at most a buffer at a time, and the rest stays in the kernel") {
  a_receiver_gets_at_most_a_buffer_at_a_time<Loop>();
}

TEST_CASE("To receive nothing is to wait for nothing") {
  receiving_nothing_waits_for_nothing<Loop>();
}

TEST_CASE("The end of the stream ends a receiver with what it has") {
  the_end_of_a_stream_ends_a_receiver<Loop>();
}

TEST_CASE("A receiver refuses a connection that blocks") {
  a_receiver_refuses_a_connection_that_blocks<Loop>();
}

TEST_CASE("A receiver refuses a buffer that has no room") {
  a_receiver_refuses_a_buffer_without_room<Loop>();
}

TEST_CASE("A connection that the peer resets is an error, and so is a closed one") {
  a_receiver_tells_of_a_reset_and_of_a_closed_connection<Loop>();
}

TEST_CASE("A receiver that is woken in vain waits on: somebody else took the bytes") {
  two_descriptors_of_one_connection_can_both_be_waited_for<Loop>();
}

TEST_CASE(
    "Two coroutines that receive from one connection are an error that names it") {
  two_coroutines_cannot_receive_from_one_connection<Loop>();
}

TEST_CASE("To connect is to wait, and the others go on meanwhile") {
  a_connection_is_waited_for<Loop>();
}

TEST_CASE("A connection that comes about becomes writeable, not readable") {
  const Fd listener = ch07::listen(0);
  Coroutine<Fd> connecting = ch07::connect("127.0.0.1", ch07::port_of(listener.get()));
  std::optional<ch04::Event*> event = connecting.next();
  REQUIRE(event);
  const auto* connect = dynamic_cast<AsyncConnect*>(*event);
  REQUIRE(connect);
  const int descriptor = connect->connection();
  CHECK(connect->repr() ==
        "AsyncConnect(connection=" + std::to_string(descriptor) + ")");
  const ch06::Ready ready = ch06::select({descriptor}, {descriptor}, std::nullopt);
  CHECK(ready.readable.empty());
  CHECK(ready.writeable.size() == 1);
  CHECK_FALSE(connecting.next());
  CHECK(connecting.result().get() == descriptor);
}

TEST_CASE("A connection that is there already is no error") {
  a_connection_that_is_there_already_is_no_error<Loop>();
}

TEST_CASE("A refused connection is an error, and its socket is closed") {
  a_refused_connection_is_an_error<Loop>();
}

TEST_CASE("A host that nobody knows is an error that names it") {
  an_unknown_host_is_an_error_that_names_it<Loop>();
}

TEST_CASE("A host with several addresses is tried at each until one answers") {
  connect_tries_every_address<Loop>();
}

TEST_CASE("An address of a family that the kernel lacks is passed over") {
  connect_passes_over_a_family_that_the_kernel_lacks<Loop>();
}

TEST_CASE("A sleeper, a file and a server are waited for in one loop") {
  Fd listener = ch07::listen(0);
  const std::uint16_t port = ch07::port_of(listener.get());
  const Fd random = open_file("/dev/urandom", O_RDONLY);
  const auto download = [](std::string& result, std::uint16_t port) -> Coroutine<> {
    Coroutine<Fd> connecting = Loop::connect("localhost", port);
    const Fd connection = co_await connecting;
    Coroutine<std::string> receiving = Loop::recv(connection.get(), 32 * 1024, 1024);
    result = co_await receiving;
  };
  std::exception_ptr failure;
  std::string steps, from_file, from_server;
  {
    const std::jthread server(ch07::serve, std::move(listener), std::ref(failure));
    Loop::run(step(steps, "a", 5), listen_to<Loop>(from_file, random.get(), 32 * 1024),
              download(from_server, port));
  }
  CHECK_FALSE(failure);
  CHECK(steps.starts_with("a0 "));
  CHECK(from_file.size() == 32 * 1024 + 2);
  CHECK(from_server == std::string(32 * 1024, 'x'));
}

TEST_CASE("One coroutine can wait to read a descriptor and another one to write it") {
  const Fd listener = ch07::listen(0);
  const std::uint16_t port = ch07::port_of(listener.get());
  const Fd connection(check(
      ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), "socket"));
  std::string log;
  const auto connect = [](std::string& log, int socket, std::uint16_t port,
                          int listener) -> Coroutine<> {
    AsyncConnect connected(socket, ch07::resolve("127.0.0.1", port).front());
    co_await connected;
    log += "connected ";
    const Fd accepted(check(::accept(listener, nullptr, nullptr), "accept"));
    put(accepted, "hello");
  };
  Loop::run(connect(log, connection.get(), port, listener.get()),
            listen_to<Loop>(log, connection.get(), 5));
  CHECK(log == "connected <hello>");
}

TEST_CASE(
    "A turn serves the readers, then the writers, then the sleepers that are due") {
  const SocketPair pair, other;
  put(pair.theirs, "a");
  std::string log;
  ch05::Sleepers sleepers;
  ch06::Waiters readers, writers;
  sleepers.push(Clock::now(), say(log, "sleeper "));
  sleepers.push(Clock::now() + milliseconds(1), say(log, "later "));
  writers.add(other.ours.get(), say(log, "other writer "));
  writers.add(pair.ours.get(), say(log, "writer "));
  readers.add(pair.ours.get(), say(log, "reader "));
  readers.add(other.ours.get(), say(log, "silence "));
  for (Coroutine<>& coroutine : ch07::wait(sleepers, readers, writers))
    coroutine.next();
  CHECK(log == "reader writer other writer sleeper ");
  CHECK_FALSE(readers.empty());
  CHECK_FALSE(sleepers.empty());
  CHECK(writers.empty());
}
