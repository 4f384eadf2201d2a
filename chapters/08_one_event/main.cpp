#include <sys/signalfd.h>

#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <optional>
#include <string_view>

#include "05_naive_loop/sleepy.hpp"
#include "08_one_event/clients.hpp"
#include "08_one_event/echo_server.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"

using namespace ch08;

/// Waits for SIGINT or SIGTERM, which a descriptor tells of, and stops the server. A
/// second signal does what it always did.
Coroutine<> stop_on_signal(EchoServer& server, sigset_t signals) {
  const common::Fd signal(
      common::check(::signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC), "signalfd"));
  co_await read(signal.get(), sizeof(signalfd_siginfo));
  common::check(::sigprocmask(SIG_UNBLOCK, &signals, nullptr), "sigprocmask");
  server.stop();
}

void serve(std::uint16_t port) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  common::check(::sigprocmask(SIG_BLOCK, &signals, nullptr), "sigprocmask");
  EchoServer server(port);
  std::printf("listening on 127.0.0.1:%d\n", server.port());
  std::fflush(stdout);
  run(server.serve(), stop_on_signal(server, signals));
  std::printf("stopped\n");
}

void demonstrate() {
  EchoServer server(0);
  run(server.serve(), clients(server), ch05::sleepy("background", 3));
}

/// The number that the text is, if it is a port.
std::optional<std::uint16_t> port_from(std::string_view text) {
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc() || stopped != end) return std::nullopt;
  return port;
}

int main(int argc, char** argv) try {
  std::optional<std::uint16_t> port;
  if (argc == 3 && std::strcmp(argv[1], "--serve") == 0) port = port_from(argv[2]);
  if (argc == 1) {
    demonstrate();
  } else if (port) {
    serve(*port);
  } else {
    std::fprintf(stderr, "usage: %s [--serve PORT]\n", argv[0]);
    return 2;
  }
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
