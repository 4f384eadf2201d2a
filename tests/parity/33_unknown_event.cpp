#include <stdexcept>
#include <string>
#include <utility>

#include "03_delegation/outer.hpp"
#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"
#include "07_async_recv/run.hpp"
#include "show.hpp"

using ch04::Coroutine;
using ch04::Event;
using ch06::AsyncRead;

class Moonrise : public Event {
 public:
  std::string repr() const override { return "Moonrise()"; }
};

template <class Awaited>
Coroutine<> wait(Awaited event) {
  const ch03::Farewell farewell("the coroutine");
  co_await event;
}

template <class Loop, class Awaited>
void attempt(Loop loop, Awaited event) {
  try {
    loop(wait(std::move(event)), ch05::sleepy("background", 2));
  } catch (const std::logic_error& error) {
    parity::print("error: logic:", error.what());
  }
}

int main() {
  const auto naive_run = [](auto... each) { ch05::run(std::move(each)...); };
  const auto run = [](auto... each) { ch07::run(std::move(each)...); };
  attempt(naive_run, Moonrise());
  attempt(run, Moonrise());
  attempt(naive_run, AsyncRead(0, 5));
}
