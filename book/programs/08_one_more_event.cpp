#include <sys/socket.h>

#include <cstdio>
#include <exception>
#include <string>

#include "07_async_recv/listen.hpp"
#include "07_async_recv/run.hpp"

/// The event of a client wanting to connect: one more, beside the four of chapter 07.
class AsyncAccept : public ch04::Event {
 public:
  explicit AsyncAccept(int listener) : listener_(listener) {}
  std::string repr() const override {
    return "AsyncAccept(listener=" + std::to_string(listener_) + ")";
  }

 private:
  int listener_;
};

ch04::Coroutine<> serve(common::Fd listener) { co_await AsyncAccept(listener.get()); }

int main() try {
  ch07::run(serve(ch07::listen(0, SOCK_NONBLOCK)));
} catch (const std::exception& error) {
  std::printf("%s\n", error.what());
}
