#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "08_one_event/echo_server.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"
#include "show.hpp"

using namespace ch08;
using parity::print;

class Clients {
 public:
  explicit Clients(EchoServer& server) : server_(server) {}

  Coroutine<> talk(char name, std::size_t size) {
    const std::string message(size, name);
    {
      const common::Fd connection = co_await connect("localhost", server_.port());
      co_await send_all(connection.get(), message);
      common::check(::shutdown(connection.get(), SHUT_WR), "shutdown");
      std::string echo = co_await recv(connection.get(), size + 1);
      heard_.emplace(name, std::move(echo));
    }
    if (heard_.size() == 3) server_.stop();
  }

  void tell() const {
    for (const auto& [name, echo] : heard_)
      print(name, "heard", echo.size(), "B,", std::ranges::count(echo, name),
            "of its own");
  }

 private:
  EchoServer& server_;
  std::map<char, std::string> heard_;
};

int main() {
  EchoServer server(0);
  Clients clients(server);
  run(server.serve(), clients.talk('a', 5), clients.talk('b', 5000),
      clients.talk('c', 100000));
  clients.tell();
  print("the server has stopped");
}
