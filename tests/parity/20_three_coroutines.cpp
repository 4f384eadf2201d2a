#include <cstdint>
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

int main() {
  common::Fd listener = listen(0);
  const std::uint16_t port = port_of(listener.get());
  std::exception_ptr failure;
  {
    const std::jthread server(serve, std::move(listener), std::ref(failure));
    run(ch05::sleepy("background", 5), ch06::ready("/dev/urandom"), download(port));
  }
  if (failure) std::rethrow_exception(failure);
}
