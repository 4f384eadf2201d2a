#include <doctest/doctest.h>
#include <sys/socket.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/coroutines.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/spawn.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Clock;
using ch04::Coroutine;
using ch04::Event;
using ch04::Seconds;
using exercise::Loop;

namespace {

/// Events that no chapter has: whoever answers them says what was served.
class Tea : public Event {
 public:
  std::string repr() const override { return "Tea()"; }
  std::string served;
};

class Coffee : public Event {
 public:
  std::string repr() const override { return "Coffee()"; }
  std::string served;
};

class GreenTea : public Tea {
 public:
  std::string repr() const override { return "GreenTea()"; }
};

/// Awaits a drink, and writes down what was served.
template <class Drink>
Coroutine<> drinks(std::vector<std::string>* log) {
  Drink drink;
  co_await drink;
  log->push_back(drink.served);
}

Coroutine<> yields_nothing() { co_yield nullptr; }

/// Lets the loop answer a drink by serving it, and the drinker go on at once.
template <class Drink>
void serve(Loop& loop, std::string what) {
  loop.on<Drink>([&loop, what](Drink& drink, Coroutine<> coroutine) {
    drink.served = what;
    loop.resume_at(Clock::now(), std::move(coroutine));
  });
}

/// What the loop says of a coroutine that it refuses.
std::string refusal(Loop& loop, Coroutine<> coroutine) {
  try {
    loop.run(ch05::coroutines(std::move(coroutine)));
    return "nothing";
  } catch (const std::logic_error& error) {
    return error.what();
  }
}

Coroutine<> wakes(std::vector<std::string>* log, std::string name, int seconds) {
  co_await ch04::asleep(Seconds(seconds));
  log->push_back(name);
}

Coroutine<> begets(std::vector<std::string>* log) {
  ch08::Spawn child(wakes(log, "child", 1));
  co_await child;
  log->push_back("parent");
}

Coroutine<> sends(common::Fd connection, std::size_t size) {
  Coroutine<> sending = ch08::send_all(connection.get(), std::string(size, 'x'));
  co_await sending;
}

Coroutine<> receives(common::Fd connection, std::size_t size, std::size_t* got) {
  Coroutine<std::string> receiving = ch08::recv(connection.get(), size);
  const std::string data = co_await receiving;
  *got = data.size();
}

}  // namespace

TEST_CASE("An event is answered by the handler of its type") {
  INFO("one awaits coffee, the next tea, the last coffee");
  Loop loop;
  serve<Tea>(loop, "tea");
  serve<Coffee>(loop, "coffee");
  std::vector<std::string> log;
  loop.run(
      ch05::coroutines(drinks<Coffee>(&log), drinks<Tea>(&log), drinks<Coffee>(&log)));
  CHECK(common::listed(log) == "coffee tea coffee");
}

TEST_CASE("A new handler takes the place of the old one") {
  INFO("on<Tea>() was called twice");
  Loop loop;
  serve<Tea>(loop, "cold");
  serve<Tea>(loop, "hot");
  std::vector<std::string> log;
  loop.run(ch05::coroutines(drinks<Tea>(&log)));
  CHECK(common::listed(log) == "hot");
}

TEST_CASE("An event that no handler answers is an error with its name") {
  INFO("one awaits coffee, and only tea has a handler");
  Loop loop;
  serve<Tea>(loop, "tea");
  std::vector<std::string> log;
  CHECK(refusal(loop, drinks<Coffee>(&log)) ==
        "the loop does not know the event Coffee()");
}

TEST_CASE("An event of a derived type wants a handler of its own") {
  INFO("GreenTea is derived from Tea, and only Tea has a handler");
  Loop loop;
  serve<Tea>(loop, "tea");
  std::vector<std::string> log;
  CHECK(refusal(loop, drinks<GreenTea>(&log)) ==
        "the loop does not know the event GreenTea()");
}

TEST_CASE("Sleepers are answered from the start, and sleep as long as they want") {
  INFO("one sleeps for 2 s, another for 1 s");
  Loop loop;
  const Clock::time_point start = Clock::now();
  std::vector<std::string> log;
  loop.run(ch05::coroutines(wakes(&log, "late", 2), wakes(&log, "early", 1)));
  CHECK(common::listed(log) == "early late");
  CHECK(Seconds(Clock::now() - start).count() == doctest::Approx(2.0));
}

TEST_CASE("Who spawns a coroutine goes on beside it") {
  INFO("one spawns another, which sleeps for 1 s");
  Loop loop;
  std::vector<std::string> log;
  loop.run(ch05::coroutines(begets(&log)));
  CHECK(common::listed(log) == "parent child");
}

TEST_CASE("Who sends waits for room, and who receives for data") {
  INFO("one sends a million bytes, more than the socket can hold");
  int ends[2];
  const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
  common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
  common::Fd one(ends[0]), other(ends[1]);
  constexpr std::size_t size = 1'000'000;
  std::size_t got = 0;
  Loop loop;
  loop.run(ch05::coroutines(sends(std::move(one), size),
                            receives(std::move(other), size, &got)));
  CHECK(got == size);
}

TEST_CASE("No event at all is an error that says so") {
  INFO("one yields a nullptr");
  Loop loop;
  CHECK(refusal(loop, yields_nothing()) == "the loop does not know the event nullptr");
}

TEST_CASE("Each loop has a table of its own") {
  INFO("one loop has a handler for tea; tea is awaited in another");
  Loop one, other;
  serve<Tea>(one, "tea");
  std::vector<std::string> log;
  CHECK(refusal(other, drinks<Tea>(&log)) == "the loop does not know the event Tea()");
}
