#include <cstdio>
#include <exception>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"

int main() try {
  ch05::run(ch05::sleepy("background", 5), ch06::ready("/dev/urandom"));
} catch (const std::exception& error) {
  std::printf("%s\n", error.what());
}
