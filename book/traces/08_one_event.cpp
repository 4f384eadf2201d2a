// Chapter 08's program, traced.

#include <utility>

#include "05_naive_loop/sleepy.hpp"
#include "08_one_event/clients.hpp"
#include "08_one_event/echo_server.hpp"
#include "08_one_event/run.hpp"
#include "book/traces/localhost.hpp"
#include "common/trace.hpp"

using namespace ch08;
using common::traced;

int main() {
  EchoServer server(0);
  Coroutine<> serving = traced("server", server.serve(), "echo");
  Coroutine<> talking = traced("clients", clients(server));
  Coroutine<> sleeping = traced("background", ch05::sleepy("background", 3));
  run(std::move(serving), std::move(talking), std::move(sleeping));
}
