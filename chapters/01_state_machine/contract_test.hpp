#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include "01_state_machine/state.hpp"
#include "01_state_machine/words_test.hpp"

/// A generator's contract, a function for each state and in it a case for each call.
/// `make(call)` gives a generator that calls `call`, yields 1, yields the length of
/// what it was sent and returns it.
namespace ch01::contract {

inline const std::string too_early =
    "std::logic_error: can't send a value to a generator that has not started";
inline const std::string no_result = "std::logic_error: generator has no result";
inline const std::string re_entered = "std::logic_error: generator already executing";

template <class Make>
void created(Make make) {
  bool ran = false;
  auto generator = make([&ran] { ran = true; });
  CHECK(generator.state() == State::created);
  SUBCASE("next() starts the body") {
    CHECK(generator.next() == 1);
    CHECK(ran);
    CHECK(generator.state() == State::suspended);
  }
  SUBCASE("send() is refused, and next() can still start the body") {
    CHECK(raised([&] { generator.send("hello"); }) == too_early);
    CHECK(generator.state() == State::created);
    CHECK_FALSE(ran);
    CHECK(generator.next() == 1);
  }
  SUBCASE("throw_() closes and raises, and no code runs") {
    CHECK(raised([&] { generator.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
    CHECK(generator.state() == State::closed);
    CHECK(generator.next() == std::nullopt);
    CHECK_FALSE(ran);
  }
  SUBCASE("close() closes, and no code runs") {
    generator.close();
    CHECK(generator.state() == State::closed);
    CHECK(generator.next() == std::nullopt);
    CHECK_FALSE(ran);
  }
  SUBCASE("result() is refused, and next() can still start the body") {
    CHECK(raised([&] { generator.result(); }) == no_result);
    CHECK(generator.next() == 1);
  }
  SUBCASE("destruction runs no code") {
    {
      const auto another = make([&ran] { ran = true; });
    }
    CHECK_FALSE(ran);
  }
}

template <class Make>
void suspended(Make make) {
  auto generator = make([] {});
  CHECK(generator.next() == 1);
  CHECK(generator.state() == State::suspended);
  SUBCASE("next() goes on, and the yield gives Send{}") {
    CHECK(generator.next() == 0);
    CHECK(generator.state() == State::suspended);
    CHECK(generator.next() == std::nullopt);
    CHECK(generator.result() == "");
  }
  SUBCASE("send() goes on, and the yield gives the value") {
    CHECK(generator.send("hello") == 5);
    CHECK(generator.state() == State::suspended);
    CHECK(generator.send("unheard") == std::nullopt);
    CHECK(generator.state() == State::closed);
    CHECK(generator.result() == "hello");
  }
  SUBCASE("throw_() raises at the yield") {
    CHECK(raised([&] { generator.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
    CHECK(generator.state() == State::closed);
    CHECK(generator.next() == std::nullopt);
  }
  SUBCASE("close() closes, and no more code runs") {
    generator.close();
    CHECK(generator.state() == State::closed);
    CHECK(generator.next() == std::nullopt);
  }
  SUBCASE("result() is refused, and the body can still go on") {
    CHECK(raised([&] { generator.result(); }) == no_result);
    CHECK(generator.send("hello") == 5);
  }
}

template <class Generator>
void stays_closed(Generator& generator) {
  CHECK(generator.state() == State::closed);
  CHECK(generator.next() == std::nullopt);
  CHECK(generator.send("hello") == std::nullopt);
  for (const char* message : {"enough", "again"})
    CHECK(raised([&] { generator.throw_(error(message)); }) ==
          std::string("std::runtime_error: ") + message);
  CHECK(raised([&] { generator.result(); }) == no_result);
  generator.close();
  generator.close();
  CHECK(generator.state() == State::closed);
  CHECK(generator.next() == std::nullopt);
  CHECK(raised([&] { generator.result(); }) == no_result);
}

template <class Make>
void closed(Make make) {
  bool fails = false;
  auto generator = make([&fails] {
    if (fails) throw std::runtime_error("no");
  });
  SUBCASE("by its return") {
    generator.next();
    generator.send("hello");
    CHECK(generator.next() == std::nullopt);
    CHECK(generator.send("unheard") == std::nullopt);
    CHECK(generator.result() == "hello");
    stays_closed(generator);
  }
  SUBCASE("by its return, and close() drops the value") {
    generator.next();
    generator.next();
    generator.next();
    generator.close();
    stays_closed(generator);
  }
  SUBCASE("by an exception thrown in") {
    generator.next();
    raised([&] { generator.throw_(error("enough")); });
    stays_closed(generator);
  }
  SUBCASE("by an exception thrown in before it started") {
    raised([&] { generator.throw_(error("enough")); });
    stays_closed(generator);
  }
  SUBCASE("by an exception of its own") {
    fails = true;
    CHECK(raised([&] { generator.next(); }) == "std::runtime_error: no");
    stays_closed(generator);
  }
  SUBCASE("by close()") {
    generator.next();
    generator.close();
    stays_closed(generator);
  }
  SUBCASE("by close() before it started") {
    generator.close();
    stays_closed(generator);
  }
}

template <class Make>
void running(Make make) {
  using Generator = std::invoke_result_t<Make, std::function<void()>>;
  bool ran = false;
  Generator generator = make([&] {
    CHECK(generator.state() == State::running);
    CHECK(raised([&] { generator.next(); }) == re_entered);
    CHECK(raised([&] { generator.send("hello"); }) == re_entered);
    CHECK(raised([&] { generator.throw_(error("enough")); }) == re_entered);
    CHECK(raised([&] { generator.close(); }) == re_entered);
    CHECK(raised([&] { generator.result(); }) == no_result);
    CHECK(generator.state() == State::running);
    ran = true;
  });
  CHECK(generator.next() == 1);
  CHECK(ran);
  CHECK(generator.state() == State::suspended);
  CHECK(generator.send("goodbye") == 7);
  CHECK(generator.next() == std::nullopt);
  CHECK(generator.result() == "goodbye");
}

}  // namespace ch01::contract
