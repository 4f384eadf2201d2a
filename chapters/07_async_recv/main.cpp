#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <thread>
#include <utility>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "07_async_recv/download.hpp"
#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"
#include "07_async_recv/serve.hpp"

using namespace ch07;
using ch05::sleepy;
using ch06::ready;

int main() try {
  common::Fd listener = listen(0);
  const std::uint16_t port = port_of(listener.get());
  std::exception_ptr failure;
  try {
    const std::jthread server(serve, std::move(listener), std::ref(failure));
    run(sleepy("background", 5), ready("/dev/urandom"), download(port));
  } catch (const std::exception&) {
    if (!failure) throw;
  }
  if (failure) std::rethrow_exception(failure);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
