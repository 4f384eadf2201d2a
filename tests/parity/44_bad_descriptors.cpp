#include "06_async_read/run.hpp"
#include "pipe.hpp"
#include "show.hpp"

using namespace ch06;

Coroutine<> read(int file) { co_await AsyncRead(file); }

int main() {
  const int closed = parity::Pipe().output();
  for (int file : {closed, -1, 1024, 1 << 30}) parity::show([&] { run(read(file)); });
}
