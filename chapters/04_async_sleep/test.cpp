#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>

#include "01_state_machine/state.hpp"
#include "01_state_machine/words_test.hpp"
#include "04_async_sleep/async_sleep.hpp"
#include "04_async_sleep/event.hpp"

using namespace ch04;
using namespace std::chrono_literals;
using ch01::error;
using ch01::raised;
using ch03::State;

namespace {

/// The event of a visit, which notes when it is over.
class Visit : public Event {
 public:
  explicit Visit(bool& over) : over_(over) {}
  Visit(const Visit&) = delete;
  ~Visit() override { over_ = true; }

  std::string repr() const override { return "Visit()"; }

 private:
  bool& over_;
};

/// Awaits an event that has no name.
Coroutine<> visit(bool& over) { co_await Visit(over); }

/// Awaits two events, one after the other.
Coroutine<> wait(Event* first, Event* second) {
  co_await *first;
  co_await *second;
}

/// Awaits an event and returns 3.
Coroutine<int> three(Event* event) {
  co_await *event;
  co_return 3;
}

/// Awaits what `inner` awaits, and returns one more than that returns.
Coroutine<int> through(Coroutine<int> inner) {
  const int value = co_await inner;
  co_return value + 1;
}

/// Awaits nothing, and says that it ran.
Coroutine<int> hurry(bool& ran) {
  ran = true;
  co_return 3;
}

/// Awaits an event, and notes what is raised there; then awaits it again.
Coroutine<> listen(Event* event, std::string& heard) {
  try {
    co_await *event;
  } catch (const std::runtime_error& error) {
    heard = error.what();
  }
  co_await *event;
}

/// The deadline of the sleep that a coroutine yields next.
Clock::time_point deadline(Coroutine<>& coroutine) {
  const std::optional<Event*> event = coroutine.next();
  REQUIRE(event);
  const auto* sleep = dynamic_cast<const AsyncSleep*>(*event);
  REQUIRE(sleep);
  return sleep->until();
}

/// True if the body of a coroutine may yield a value of this type.
template <class Value>
constexpr bool may_yield = requires(Coroutine<>::promise_type promise, Value value) {
  promise.yield_value(value);
};

}  // namespace

TEST_CASE("A coroutine does not run when it is called: its first next starts it") {
  bool ran = false;
  {
    const auto dropped = hurry(ran);
  }
  CHECK_FALSE(ran);
  auto coroutine = hurry(ran);
  CHECK(coroutine.state() == State::created);
  CHECK_FALSE(ran);
  coroutine.next();
  CHECK(ran);
}

TEST_CASE("A coroutine that awaits no event ends at its first next") {
  bool ran = false;
  auto coroutine = through(through(hurry(ran)));
  CHECK(coroutine.next() == std::nullopt);
  CHECK(coroutine.state() == State::closed);
  CHECK(coroutine.result() == 5);
}

TEST_CASE("To await an event is to yield it: the driver gets the event's own address") {
  AsyncSleep sleep(Clock::now());
  auto coroutine = three(&sleep);
  CHECK(coroutine.next() == &sleep);
  CHECK(coroutine.state() == State::suspended);
  CHECK(coroutine.next() == std::nullopt);
  CHECK(coroutine.result() == 3);
}

TEST_CASE(
    "An event crosses every coroutine between the one that waits and the driver") {
  AsyncSleep sleep(Clock::now());
  auto coroutine = through(through(three(&sleep)));
  CHECK(coroutine.next() == &sleep);
  CHECK(coroutine.next() == std::nullopt);
  CHECK(coroutine.result() == 5);
}

TEST_CASE("A driver tells events apart by their types") {
  bool over = false;
  Visit visit(over);
  AsyncSleep sleep(Clock::now());
  auto coroutine = wait(&visit, &sleep);
  const std::optional<Event*> first = coroutine.next();
  const std::optional<Event*> second = coroutine.next();
  REQUIRE(first);
  REQUIRE(second);
  CHECK(dynamic_cast<Visit*>(*first) == &visit);
  CHECK(dynamic_cast<AsyncSleep*>(*first) == nullptr);
  CHECK(dynamic_cast<AsyncSleep*>(*second) == &sleep);
  CHECK((*first)->repr() == "Visit()");
}

TEST_CASE("An event may be awaited again, and is yielded again") {
  AsyncSleep sleep(Clock::now());
  auto coroutine = wait(&sleep, &sleep);
  CHECK(coroutine.next() == &sleep);
  CHECK(coroutine.next() == &sleep);
  CHECK(coroutine.next() == std::nullopt);
}

TEST_CASE("An event without a name lives until its coroutine goes on, or is closed") {
  bool over = false;
  auto coroutine = visit(over);
  coroutine.next();
  CHECK_FALSE(over);
  SUBCASE("goes on") { coroutine.next(); }
  SUBCASE("is closed") { coroutine.close(); }
  SUBCASE("is thrown into") {
    CHECK(raised([&] { coroutine.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
  }
  CHECK(over);
  CHECK(std::has_virtual_destructor_v<Event>);
}

TEST_CASE("What is thrown into a coroutine is raised where it awaits its event") {
  AsyncSleep sleep(Clock::now());
  std::string heard;
  auto coroutine = listen(&sleep, heard);
  coroutine.next();
  CHECK(coroutine.throw_(error("wake up")) == &sleep);
  CHECK(heard == "wake up");
  CHECK(raised([&] { coroutine.throw_(error("enough")); }) ==
        "std::runtime_error: enough");
  CHECK(coroutine.state() == State::closed);
}

TEST_CASE("A coroutine yields events and nothing else: a number does not compile") {
  CHECK(may_yield<Event*>);
  CHECK(may_yield<AsyncSleep*>);
  CHECK_FALSE(may_yield<int>);
  CHECK_FALSE(may_yield<std::string>);
}

TEST_CASE(
    "asleep yields two events: each half its duration from when it is asked for") {
  auto coroutine = asleep(Seconds(100));
  std::this_thread::sleep_for(7s);  // it has not been asked yet
  const Clock::time_point start = Clock::now();
  const Clock::time_point first = deadline(coroutine);
  CHECK(first == start + 50s);
  SUBCASE("at the first deadline") {
    std::this_thread::sleep_until(first);
    CHECK(deadline(coroutine) == start + 100s);
  }
  SUBCASE("at once") { CHECK(deadline(coroutine) == start + 50s); }
  SUBCASE("too late") {
    std::this_thread::sleep_until(first + 3s);
    CHECK(deadline(coroutine) == start + 103s);
  }
  CHECK(coroutine.next() == std::nullopt);
}

TEST_CASE(
    "Driving asleep(100) by hand takes no time: an event says when, and nobody waits") {
  const Clock::time_point start = Clock::now();
  auto coroutine = asleep(Seconds(100));
  int events = 0;
  while (coroutine.next()) ++events;
  CHECK(events == 2);
  CHECK(Clock::now() == start);
}

TEST_CASE("A negative duration gives deadlines that have passed") {
  const Clock::time_point now = Clock::now();
  auto past = asleep(Seconds(-3));
  CHECK(deadline(past) == now - 1500ms);
  auto present = asleep(Seconds(0));
  CHECK(deadline(present) == now);
}

TEST_CASE("A duration that the clock cannot hold is refused: NaN, infinity, 1e300 s") {
  using Limits = std::numeric_limits<double>;
  for (const double duration : {Limits::quiet_NaN(), Limits::infinity(),
                                -Limits::infinity(), 1e300, -1e300, 1e10, -1e10}) {
    INFO(duration);
    auto coroutine = asleep(Seconds(duration));
    const std::string refusal = raised([&] { coroutine.next(); });
    CHECK(refusal.find("std::invalid_argument: not a duration to sleep: ") == 0);
    CHECK(coroutine.state() == State::closed);
  }
  auto century = asleep(std::chrono::years(100));
  CHECK(deadline(century) == Clock::now() + std::chrono::years(50));
}

TEST_CASE("An AsyncSleep says when it will be over, to a tenth of a second") {
  CHECK(AsyncSleep(Clock::time_point(1050s)).repr() == "AsyncSleep(until=1050.0)");
  CHECK(AsyncSleep(Clock::time_point(1260ms)).repr() == "AsyncSleep(until=1.3)");
  CHECK(AsyncSleep(Clock::time_point(-500ms)).repr() == "AsyncSleep(until=-0.5)");
}

TEST_CASE("Deadlines are read off a clock that is never set back") {
  CHECK(Clock::is_steady);
}
