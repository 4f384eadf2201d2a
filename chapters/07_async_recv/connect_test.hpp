#pragma once

#include <dlfcn.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "05_naive_loop/run_test.hpp"
#include "06_async_read/descriptors_test.hpp"
#include "07_async_recv/address.hpp"
#include "07_async_recv/listen.hpp"

// How a connection comes about. A Loop has, beside run(), a coroutine
// connect(host, port).
namespace run_test {

/// The addresses that the host "many.doors" has; every other host has its own.
inline std::vector<std::string> doors;

/// The C library's getaddrinfo, but that it knows "many.doors". A test makes this its
/// getaddrinfo, which stands in for the library's.
inline int look_up(const char* host, const char* service, const addrinfo* hints,
                   addrinfo** found) {
  static const auto library =
      reinterpret_cast<decltype(&::getaddrinfo)>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  if (host != std::string("many.doors")) return library(host, service, hints, found);
  for (const std::string& door : doors) {
    const bool known = door != "unknown family";
    const char* numbers = known ? door.c_str() : "127.0.0.1";
    const int error = library(numbers, service, hints, found);
    if (error) return error;
    if (!known) (*found)->ai_addr->sa_family = AF_MAX;
    found = &(*found)->ai_next;
  }
  return 0;
}

/// A port of 127.0.0.1 on which nobody listens, for as long as this lives.
struct ClosedPort {
  ClosedPort()
      : socket(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket")) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    check(::bind(socket.get(), generic, sizeof address), "bind");
  }
  std::uint16_t number() const { return ch07::port_of(socket.get()); }

  Fd socket;
};

/// Connects, and writes how that went: the word "connected", or the error's number.
template <class Loop>
Coroutine<> call(std::string& log, std::string host, std::uint16_t port) {
  try {
    Coroutine<Fd> connecting = Loop::connect(host, port);
    const Fd connection = co_await connecting;
    const int flags = check(::fcntl(connection.get(), F_GETFL), "fcntl");
    CHECK((flags & O_NONBLOCK) != 0);
    log += "connected ";
  } catch (const std::system_error& error) {
    log += std::to_string(error.code().value()) + " ";
  }
}

template <class Loop>
void a_connection_is_waited_for() {
  const Fd listener = ch07::listen(0);
  std::string log;
  Loop::run(call<Loop>(log, "localhost", ch07::port_of(listener.get())),
            say(log, "meanwhile "));
  CHECK(log == "meanwhile connected ");
  const Fd accepted(check(::accept(listener.get(), nullptr, nullptr), "accept"));
}

/// POSIX lets connect() say EISCONN when it is asked again; Linux says that only if
/// somebody asked in between.
template <class Loop>
void a_connection_that_is_there_already_is_no_error() {
  const Fd listener = ch07::listen(0);
  const std::uint16_t port = ch07::port_of(listener.get());
  Coroutine<Fd> connecting = Loop::connect("127.0.0.1", port);
  const std::optional<Event*> event = connecting.next();
  REQUIRE(event);
  const std::string repr = (*event)->repr();
  const int descriptor = std::stoi(repr.substr(repr.find('=') + 1));
  const ch07::Address address = ch07::resolve("127.0.0.1", port).front();
  while (::connect(descriptor, address.get(), address.size()) < 0)
    REQUIRE(errno == EALREADY);
  CHECK_FALSE(connecting.next());
  CHECK(connecting.result().get() == descriptor);
}

template <class Loop>
void a_refused_connection_is_an_error() {
  const ClosedPort port;
  const std::ptrdiff_t before = open_descriptors();
  std::string log;
  Loop::run(call<Loop>(log, "127.0.0.1", port.number()), say(log, "meanwhile "));
  CHECK(log == "meanwhile " + std::to_string(ECONNREFUSED) + " ");
  CHECK(open_descriptors() == before);
}

template <class Loop>
void an_unknown_host_is_an_error_that_names_it() {
  const std::string host(64,
                         'x');  // a label has 63 letters at most: no server is asked
  std::string log;
  CHECK_THROWS_WITH_AS(Loop::run(call<Loop>(log, host, 80)),
                       doctest::Contains(host.c_str()), std::runtime_error);
}

template <class Loop>
void connect_tries_every_address() {
  const Fd listener = ch07::listen(0);
  const std::uint16_t port = ch07::port_of(listener.get());
  const std::ptrdiff_t before = open_descriptors();
  std::string log;
  doors = {"127.0.0.2", "127.0.0.1"};
  Loop::run(call<Loop>(log, "many.doors", port));
  CHECK(log == "connected ");
  doors = {"127.0.0.3", "127.0.0.2"};
  Loop::run(call<Loop>(log, "many.doors", port));
  CHECK(log == "connected " + std::to_string(ECONNREFUSED) + " ");
  CHECK(open_descriptors() == before);
}

template <class Loop>
void connect_passes_over_a_family_that_the_kernel_lacks() {
  const Fd listener = ch07::listen(0);
  std::string log;
  doors = {"unknown family", "127.0.0.1"};
  Loop::run(call<Loop>(log, "many.doors", ch07::port_of(listener.get())));
  CHECK(log == "connected ");
}

/// What connect() promises from chapter 07 on, each line under its name.
template <class Loop>
void keeps_the_promises_of_connect() {
  SUBCASE("waited for") { a_connection_is_waited_for<Loop>(); }
  SUBCASE("there already") { a_connection_that_is_there_already_is_no_error<Loop>(); }
  SUBCASE("refused") { a_refused_connection_is_an_error<Loop>(); }
  SUBCASE("unknown host") { an_unknown_host_is_an_error_that_names_it<Loop>(); }
  SUBCASE("every address") { connect_tries_every_address<Loop>(); }
  SUBCASE("no such family") {
    connect_passes_over_a_family_that_the_kernel_lacks<Loop>();
  }
}

}  // namespace run_test
