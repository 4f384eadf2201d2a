#include <cerrno>
#include <cstdint>
#include <system_error>

#include "07_async_recv/connect.hpp"
#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"
#include "show.hpp"

using namespace ch07;
using namespace parity;

std::uint16_t free_port() { return port_of(listen(0).get()); }

Coroutine<> knock(std::uint16_t port) {
  print("knocks");
  const common::Fd connection = co_await connect("127.0.0.1", port);
  print("is let in");
}

Coroutine<> knock_and_catch(std::uint16_t port) {
  try {
    co_await knock(port);
  } catch (const std::system_error& error) {
    if (error.code().value() != ECONNREFUSED) throw;
    print("caught in the coroutine");
  }
}

int main() {
  const std::uint16_t port = free_port();
  run(knock_and_catch(port));
  show([&] { run(knock(port)); });
}
