#include <fcntl.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/run.hpp"
#include "common/fd.hpp"

using namespace ch06;
using namespace std::chrono_literals;
using ch05::elapsed;

Coroutine<> read_and_think(std::string path, int count) {
  const common::Fd file(
      common::check(::open(path.c_str(), O_RDONLY | O_CLOEXEC), "open"));
  for (int i = 0; i < count; ++i) {
    const std::string data = co_await AsyncRead(file.get(), 1024);
    std::this_thread::sleep_for(30ms);
    std::printf("read %d: %zu B at %.2f\n", i + 1, data.size(), elapsed());
  }
}

int main() {
  elapsed();
  run(read_and_think("/dev/zero", 10), ch05::sleepy("background", 3));
}
