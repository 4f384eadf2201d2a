#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/run_test.hpp"

using namespace run_test;

struct Loop {
  template <class... Coroutines>
  static void run(Coroutines... coroutines) {
    ch05::run(std::move(coroutines)...);
  }
};

TEST_CASE("Coroutines start in the order in which run() is given them") {
  starts_in_the_order_given<Loop>();
}

TEST_CASE("run() of no coroutines returns at once") {
  returns_at_once_without_coroutines<Loop>();
}

TEST_CASE("Five sleepers of five steps take the time of one: 0.5 s and not 2.5 s") {
  takes_the_time_of_the_longest_sleeper<Loop>();
}

TEST_CASE("Sleepers wake in the order of their deadlines, whoever asked first") {
  serves_deadlines_in_order_of_time<Loop>();
}

TEST_CASE("Equal deadlines are served in the order in which they were asked for") {
  serves_equal_deadlines_in_order_of_asking<Loop>();
}

TEST_CASE("A deadline in the past is served at once") {
  serves_past_deadlines_at_once<Loop>();
}

TEST_CASE("Two sleepers that are always due take turns") {
  lets_those_that_are_always_due_take_turns<Loop>();
}

TEST_CASE("No sleeper wakes before its deadline") {
  never_wakes_a_sleeper_early<Loop>();
}

TEST_CASE("A deadline is a point on a clock that is never set back") {
  CHECK(ch04::Clock::is_steady);
}

TEST_CASE("A coroutine waits where the innermost that it awaits waits") {
  std::string log;
  const auto outer = [](std::string& log) -> Coroutine<> {
    Coroutine<> inner = step(log, "inner", 2);
    co_await inner;
    log += "outer";
  };
  Loop::run(outer(log), step(log, "other", 2));
  CHECK(log == "inner0 other0 inner1 other1 outer");
}

TEST_CASE("A coroutine that never waits runs to its end before the next one starts") {
  std::string log;
  const auto talk = [](std::string& log) -> Coroutine<> {
    for (std::string word : {"a", "b", "c"}) {
      Coroutine<> spoken = say(log, word);
      co_await spoken;
    }
  };
  Loop::run(talk(log), say(log, "d"));
  CHECK(log == "abcd");
}

TEST_CASE("A coroutine that ends lets go of what it holds while the others go on") {
  a_coroutine_that_ends_lets_go_at_once<Loop>();
}

TEST_CASE("An exception that leaves a coroutine leaves run()") {
  an_exception_leaves_run<Loop>();
}

TEST_CASE("An exception that leaves run() destroys every other coroutine") {
  an_exception_destroys_every_other_coroutine<Loop>();
}

TEST_CASE("An event that the loop does not know is an error that names it") {
  an_unknown_event_is_an_error<Loop>();
}

TEST_CASE("Yielding nullptr instead of an event is an error") {
  nullptr_for_an_event_is_an_error<Loop>();
}

template <class Each>
concept Runnable = requires(Each coroutine) { ch05::run(std::move(coroutine)); };

TEST_CASE("run() takes coroutines that return nothing, so that it loses no result") {
  CHECK(Runnable<Coroutine<>>);
  CHECK_FALSE(Runnable<Coroutine<int>>);
}

TEST_CASE("A coroutine can run a loop of its own, and the outer loop stands still") {
  std::string log;
  const auto nest = [](std::string& log) -> Coroutine<> {
    Loop::run(step(log, "inner", 2));
    log += "back ";
    co_return;
  };
  Loop::run(nest(log), step(log, "outer", 1));
  CHECK(log == "inner0 inner1 back outer0 ");
}
