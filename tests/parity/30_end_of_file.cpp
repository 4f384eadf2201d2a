#include <fcntl.h>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "06_async_read/run.hpp"
#include "common/fd.hpp"
#include "pipe.hpp"

using namespace ch06;

Coroutine<> read(std::string name, int file, std::vector<std::size_t> amounts) {
  for (std::size_t amount : amounts) {
    const std::string data = co_await AsyncRead(file, amount);
    std::printf("%s: wanted %zu B, got %zu B\n", name.c_str(), amount, data.size());
  }
}

int main() {
  parity::Pipe pipe;
  pipe.write(std::string(3000, 'x'));
  pipe.close_input();
  run(read("pipe", pipe.output(), {1000, 5000, 5000}));
  const common::Fd nothing(
      common::check(::open("/dev/null", O_RDONLY | O_CLOEXEC), "open"));
  run(read("/dev/null", nothing.get(), {1, 1}));
}
