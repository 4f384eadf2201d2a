#include <string>

#include "03_delegation/outer.hpp"
#include "06_async_read/run.hpp"
#include "pipe.hpp"
#include "show.hpp"

using namespace ch06;
using namespace parity;
using ch03::Farewell;

Coroutine<> read(std::string name, int pipe) {
  const Farewell farewell(name);
  const std::string data = co_await AsyncRead(pipe, 5);
  print(name, "got", data);
}

Coroutine<> read_twice(int pipe) {
  Coroutine<> first = read("first", pipe);
  co_await first;
  Coroutine<> second = read("second", pipe);
  co_await second;
}

int main() {
  const Pipe pipe;
  show([&] { run(read("first", pipe.output()), read("second", pipe.output())); });
  pipe.write("helloworld");
  run(read_twice(pipe.output()));
}
