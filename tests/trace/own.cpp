// A reader's own loop, which knows one event, and waits for nobody: round and round.

#include <cstdio>
#include <deque>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "04_async_sleep/event.hpp"
#include "common/trace.hpp"

using ch04::Coroutine;
using ch04::Event;
using common::traced;

/// The event of letting the others have their turn.
class Turn : public Event {
 public:
  std::string repr() const override { return "Turn()"; }
};

Coroutine<> count(std::string name, int to) {
  for (int i = 1; i <= to; ++i) {
    std::printf("%s %d\n", name.c_str(), i);
    Turn turn;
    co_await turn;
  }
  if (name == "b") throw std::runtime_error("b has counted enough");
}

int main() try {
  std::deque<Coroutine<>> turns;
  turns.push_back(traced("a", count("a", 3)));
  turns.push_back(traced("b", count("b", 2)));
  while (!turns.empty()) {
    Coroutine<> next = std::move(turns.front());
    turns.pop_front();
    if (next.next()) turns.push_back(std::move(next));
  }
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
