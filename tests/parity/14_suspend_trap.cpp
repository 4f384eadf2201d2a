#include "01_state_machine/suspend.hpp"
#include "show.hpp"
#include "socket_pair.hpp"

using namespace parity;

int main() {
  const SocketPair sockets;
  ch01::Reader reading(sockets.ours());
  for (const char* data : {"", "", "hello"}) {
    sockets.send(data);
    print(reading() ? "done" : "SUSPEND");
  }
}
