#include <stdexcept>
#include <string>

#include "03_delegation/outer.hpp"
#include "05_naive_loop/run.hpp"
#include "06_async_read/run.hpp"
#include "pipe.hpp"
#include "show.hpp"

using namespace parity;
using ch03::Farewell;
using ch04::asleep;
using ch04::Coroutine;
using ch04::Seconds;
using ch06::AsyncRead;

Coroutine<> fail() {
  const Farewell farewell("the one that failed");
  co_await asleep(Seconds(0.1));
  print("fails");
  throw std::runtime_error("enough");
}

Coroutine<> sleep(std::string name, Seconds duration) {
  const Farewell farewell(name);
  co_await asleep(duration);
  print(name, "goes on");
}

Coroutine<> read(int pipe) {
  const Farewell farewell("the reader");
  co_await AsyncRead(pipe);
}

int main() {
  const Pipe pipe;
  show([&] {
    ch06::run(sleep("the quick one", Seconds(0.05)), fail(),
              sleep("the next one", Seconds(0.1)), read(pipe.output()),
              sleep("the slow one", Seconds(9)));
  });
  show([&] {
    ch05::run(sleep("the quick one", Seconds(0.05)), fail(),
              sleep("the slow one", Seconds(9)));
  });
}
