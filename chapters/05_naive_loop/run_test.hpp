#pragma once

#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "05_naive_loop/coroutines_test.hpp"

// What run() promises in every version of it. A Loop is a type whose run() is the
// version under test.
namespace run_test {

template <class Loop>
void starts_in_the_order_given() {
  std::string log;
  Loop::run(say(log, "a"), say(log, "b"), say(log, "c"));
  CHECK(log == "abc");
  std::vector<Coroutine<>> list;
  for (char name = 'd'; name <= 'z'; ++name)
    list.push_back(say(log, std::string(1, name)));
  Loop::run(std::move(list));
  CHECK(log == "abcdefghijklmnopqrstuvwxyz");
}

template <class Loop>
void returns_at_once_without_coroutines() {
  const Clock::time_point start = Clock::now();
  Loop::run(std::vector<Coroutine<>>());
  CHECK(Clock::now() == start);
}

template <class Loop>
void serves_deadlines_in_order_of_time() {
  const Clock::time_point start = Clock::now();
  const Clock::time_point one = start + milliseconds(1), two = start + milliseconds(2),
                          three = start + milliseconds(3);
  std::string log;
  Loop::run(wake(log, "c", {three}), wake(log, "a", {one}), wake(log, "b", {two}));
  CHECK(log == "abc");
}

template <class Loop>
void serves_equal_deadlines_in_order_of_asking() {
  const Clock::time_point later = Clock::now() + milliseconds(2);
  const Clock::time_point before = later - milliseconds(1);
  std::string log;
  Loop::run(wake(log, "a", {later}), wake(log, "d", {before, later}),
            wake(log, "b", {later}), wake(log, "e", {before, later}),
            wake(log, "c", {later}));
  CHECK(log == "deabcde");
}

template <class Loop>
void serves_past_deadlines_at_once() {
  const Clock::time_point start = Clock::now();
  const Times past = {Clock::time_point::min(), Clock::time_point(), start};
  std::string log;
  Loop::run(wake(log, "a", past));
  CHECK(log == "aaa");
  CHECK(Clock::now() == start);
  Loop::run(wake(log, "z", {start + milliseconds(1)}), wake(log, "b", past));
  CHECK(log == "aaabbbz");
}

template <class Loop>
void lets_those_that_are_always_due_take_turns() {
  std::string log;
  Loop::run(insist(log, "a", 3), insist(log, "b", 3));
  CHECK(log == "ababab");
}

template <class Loop>
void never_wakes_a_sleeper_early() {
  static constexpr int nanoseconds[] = {1, 999, 1'000, 1'001, 333'333'333};
  const auto sleep = [](Clock::time_point until, bool& woken) -> Coroutine<> {
    co_await AsyncSleep(until);
    const Clock::duration late = Clock::now() - until;
    CHECK(late >= Clock::duration::zero());
    CHECK(late < std::chrono::microseconds(1));
    woken = true;
  };
  for (int wait : nanoseconds) {
    bool woken = false;
    Loop::run(sleep(Clock::now() + std::chrono::nanoseconds(wait), woken));
    CHECK(woken);
  }
}

template <class Loop>
void takes_the_time_of_the_longest_sleeper() {
  const Clock::time_point start = Clock::now();
  std::string log;
  Loop::run(step(log, "a", 5), step(log, "b", 5), step(log, "c", 5), step(log, "d", 5),
            step(log, "e", 5));
  CHECK(log ==
        "a0 b0 c0 d0 e0 a1 b1 c1 d1 e1 a2 b2 c2 d2 e2 a3 b3 c3 d3 e3 a4 b4 c4 d4 e4 ");
  const Seconds taken = Clock::now() - start;
  CHECK(taken.count() == doctest::Approx(0.5));
}

template <class Loop>
void an_exception_leaves_run() {
  std::string log;
  CHECK_THROWS_AS(Loop::run(fail_at_once()), Oops);
  CHECK_THROWS_AS(Loop::run(say(log, "a"), fail(Clock::now()), say(log, "b")), Oops);
  CHECK(log == "ab");
}

template <class Loop>
void an_exception_destroys_every_other_coroutine() {
  const Held held = std::make_shared<int>();
  const Clock::time_point soon = Clock::now() + milliseconds(1);
  const Clock::time_point later = Clock::now() + milliseconds(2);
  CHECK_THROWS_AS(Loop::run(hold_deep(held, soon), fail(soon), hold_deep(held, soon),
                            hold_deep(held, later), hold(held, later)),
                  Oops);
  CHECK(held.use_count() == 1);
  CHECK_THROWS_AS(Loop::run(hold(held, soon), fail_at_once(), hold_deep(held, later)),
                  Oops);
  CHECK(held.use_count() == 1);
}

template <class Loop>
void a_coroutine_that_ends_lets_go_at_once() {
  const Held held = std::make_shared<int>();
  const auto look = [](const Held& held, Clock::time_point until) -> Coroutine<> {
    CHECK(held.use_count() == 2);
    co_await AsyncSleep(until);
    CHECK(held.use_count() == 1);
  };
  const Clock::time_point soon = Clock::now() + milliseconds(1);
  Loop::run(hold(held, soon), look(held, soon + milliseconds(1)));
}

template <class Loop>
void an_unknown_event_is_an_error() {
  const Held held = std::make_shared<int>();
  CHECK_THROWS_WITH_AS(Loop::run(hold(held, Clock::now()), wait_for_tea()),
                       doctest::Contains("AsyncTea(cups=2)"), std::logic_error);
  CHECK(held.use_count() == 1);
}

template <class Loop>
void nullptr_for_an_event_is_an_error() {
  CHECK_THROWS_WITH_AS(Loop::run(yield_nullptr()), doctest::Contains("nullptr"),
                       std::logic_error);
}

/// What run() promises from chapter 05 on, each line under its name.
template <class Loop>
void keeps_the_promises_of_chapter_05() {
  SUBCASE("start order") { starts_in_the_order_given<Loop>(); }
  SUBCASE("no coroutines") { returns_at_once_without_coroutines<Loop>(); }
  SUBCASE("side by side") { takes_the_time_of_the_longest_sleeper<Loop>(); }
  SUBCASE("deadlines in order") { serves_deadlines_in_order_of_time<Loop>(); }
  SUBCASE("equal deadlines") { serves_equal_deadlines_in_order_of_asking<Loop>(); }
  SUBCASE("past deadlines") { serves_past_deadlines_at_once<Loop>(); }
  SUBCASE("taking turns") { lets_those_that_are_always_due_take_turns<Loop>(); }
  SUBCASE("never early") { never_wakes_a_sleeper_early<Loop>(); }
  SUBCASE("letting go") { a_coroutine_that_ends_lets_go_at_once<Loop>(); }
  SUBCASE("an exception") { an_exception_leaves_run<Loop>(); }
  SUBCASE("the others") { an_exception_destroys_every_other_coroutine<Loop>(); }
  SUBCASE("an unknown event") { an_unknown_event_is_an_error<Loop>(); }
  SUBCASE("nullptr") { nullptr_for_an_event_is_an_error<Loop>(); }
}

}  // namespace run_test
