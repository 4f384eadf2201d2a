// Chapter 08's program, traced.

#include "05_naive_loop/sleepy.hpp"
#include "08_one_event/clients.hpp"
#include "08_one_event/echo_server.hpp"
#include "08_one_event/run.hpp"
#include "common/trace.hpp"

using namespace ch08;
using common::traced;

int main() {
  EchoServer server(0);
  run(traced("server", server.serve(), "echo"), traced("clients", clients(server)),
      traced("background", ch05::sleepy("background", 3)));
}
