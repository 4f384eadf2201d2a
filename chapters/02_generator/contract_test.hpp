#pragma once

#include <doctest/doctest.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "01_state_machine/state.hpp"
#include "01_state_machine/words_test.hpp"
#include "02_generator/bodies_test.hpp"
#include "02_generator/last_words_test.hpp"
#include "02_generator/none.hpp"

/// What a generator that the compiler writes keeps beyond chapter 01's contract, for
/// any `Generator` of the two that the book has.
namespace ch02::contract {

using ch01::error;
using ch01::raised;
using ch01::State;

template <template <class, class, class> class Generator>
void takes_an_argument_at_every_yield() {
  auto sum = Bodies<Generator>::sum(3);
  CHECK(sum.next() == 0);
  CHECK(sum.send(5) == 5);
  CHECK(sum.send(-2) == 3);
  CHECK(sum.next() == std::nullopt);
  CHECK(sum.result() == 3);
}

template <template <class, class, class> class Generator>
void may_be_sent_none_before_it_starts() {
  auto numbers = Bodies<Generator>::count(0, 2);
  CHECK(numbers.send(None{}) == 0);
  CHECK(numbers.send(None{}) == 1);
  CHECK(numbers.send(None{}) == std::nullopt);
}

template <template <class, class, class> class Generator>
void returns_nothing_once() {
  auto numbers = Bodies<Generator>::count(0, 0);
  const auto result = [&] { numbers.result(); };
  CHECK(raised(result) == "std::logic_error: generator has no result");
  CHECK(numbers.next() == std::nullopt);
  CHECK(raised(result) == "nothing");
  CHECK(raised(result) == "std::logic_error: generator has no result");
}

template <template <class, class, class> class Generator>
void moves_its_values() {
  auto pass = Bodies<Generator>::pass();
  std::optional<std::unique_ptr<int>> yielded = pass.next();
  REQUIRE(yielded);
  CHECK(**yielded == 1);
  yielded = pass.send(std::make_unique<int>(2));
  REQUIRE(yielded);
  CHECK(**yielded == 2);
  CHECK_FALSE(pass.send(std::make_unique<int>(3)));
  const std::unique_ptr<int> result = pass.result();
  REQUIRE(result);
  CHECK(*result == 3);
  CHECK(raised([&] { pass.result(); }) == "std::logic_error: generator has no result");
}

template <template <class, class, class> class Generator>
void catches_what_is_thrown_in() {
  auto patient = Bodies<Generator>::patient();
  CHECK(patient.next() == 0);
  CHECK(patient.throw_(error("once")) == 1);
  CHECK(patient.next() == 1);  // the exception was raised once
  CHECK(raised([&] { patient.throw_(nullptr); }) ==
        "std::invalid_argument: throw_ takes an exception");
  CHECK(patient.throw_(error("twice")) == std::nullopt);
  CHECK(patient.result() == 2);
}

template <template <class, class, class> class Generator>
void raises_its_exception_once() {
  auto generator = Bodies<Generator>::yields_failing();
  CHECK(generator.next() == 2);  // the body caught the first
  CHECK(raised([&] { generator.next(); }) == "std::runtime_error: no value");
  CHECK(generator.state() == State::closed);
  CHECK(generator.next() == std::nullopt);
  CHECK(raised([&] { generator.result(); }) ==
        "std::logic_error: generator has no result");
  auto uncopyable = Bodies<Generator>::yields_uncopyable();
  CHECK_FALSE(uncopyable.next());
  CHECK(raised([&] { uncopyable.result(); }) == "nothing");
}

template <template <class, class, class> class Generator>
void unwinds_its_locals() {
  std::string log;
  Bodies<Generator>::two_locals(log).close();
  CHECK(log == "");
  Bodies<Generator>::two_locals(log).next();
  CHECK(log == "first ");  // the second was never made

  log = "";
  auto generator = Bodies<Generator>::two_locals(log);
  generator.next();
  generator.next();
  CHECK(log == "");
  SUBCASE("by close()") { generator.close(); }
  SUBCASE("by destruction") {
    const auto destroyed = std::move(generator);
    CHECK(log == "");
  }
  SUBCASE("by assignment") {
    generator = Bodies<Generator>::count(0, 1);
    CHECK(log == "second first ");
    CHECK(generator.next() == 0);
  }
  SUBCASE("by an exception") {
    CHECK(raised([&] { generator.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
  }
  SUBCASE("by its end") {
    CHECK(generator.next() == std::nullopt);
    CHECK(log == "body second first ");
    log.erase(0, 5);
  }
  CHECK(log == "second first ");
}

template <template <class, class, class> class Generator>
void cannot_refuse_close() {
  std::string log;
  auto generator = Bodies<Generator>::stubborn(log);
  CHECK(generator.next() == 1);
  generator.close();
  CHECK(log == "farewell ");
  CHECK(generator.next() == std::nullopt);
}

template <template <class, class, class> class Generator>
void keeps_its_parameters() {
  auto word = std::make_unique<std::string>(
      "a word that is too long to stand in the string itself");
  auto generator = Bodies<Generator>::repeat(*word);
  *word = "another";
  word.reset();
  CHECK(generator.next() == "a word that is too long to stand in the string itself");
  CHECK(generator.next() == "a word that is too long to stand in the string itself");
}

template <template <class, class, class> class Generator>
void is_never_made_without_its_parameters() {
  const Uncopyable value;
  CHECK(raised([&] {
          Bodies<Generator>::takes(
              "a word that is too long to stand in the string itself", value);
        }) == "std::runtime_error: no copy");
}

template <template <class, class, class> class Generator>
void moves_and_never_copies() {
  using Numbers = typename Bodies<Generator>::Numbers;
  CHECK_FALSE(std::copy_constructible<Numbers>);
  CHECK_FALSE(std::is_copy_assignable_v<Numbers>);
  CHECK(std::is_nothrow_move_constructible_v<Numbers>);
  CHECK(std::is_nothrow_move_assignable_v<Numbers>);
  auto first = Bodies<Generator>::count(0, 9);
  CHECK(first.next() == 0);
  auto second = std::move(first);
  CHECK(second.next() == 1);
  CHECK(first.state() == State::closed);
  CHECK(first.next() == std::nullopt);
  CHECK(first.send(None{}) == std::nullopt);
  CHECK(raised([&] { first.throw_(error("enough")); }) == "std::runtime_error: enough");
  CHECK(raised([&] { first.result(); }) == "std::logic_error: generator has no result");
  first.close();
  first = std::move(second);
  CHECK(first.next() == 2);
  CHECK(second.state() == State::closed);
  auto& itself = first;
  first = std::move(itself);
  CHECK(first.next() == 3);
  std::swap(first, second);
  CHECK(first.state() == State::closed);
  CHECK(second.next() == 4);
}

template <template <class, class, class> class Generator>
void keeps_its_frame_in_place() {
  auto generator = Bodies<Generator>::where();
  const std::optional<const void*> before = generator.next();
  auto moved = std::move(generator);
  CHECK(before == moved.next());
}

template <template <class, class, class> class Generator>
void may_move_while_it_runs() {
  using Numbers = typename Bodies<Generator>::Numbers;
  std::optional<Numbers> moved;
  Numbers generator = Bodies<Generator>::calls([&] {
    moved.emplace(std::move(generator));
    CHECK(moved->state() == State::running);
    CHECK(generator.state() == State::closed);
  });
  CHECK(generator.next() == 1);
  CHECK(generator.state() == State::closed);
  REQUIRE(moved);
  CHECK(moved->state() == State::suspended);
  CHECK(moved->next() == std::nullopt);
  CHECK(moved->state() == State::closed);
}

template <template <class, class, class> class Generator>
void ends_the_program_rather_than_itself() {
  using Numbers = typename Bodies<Generator>::Numbers;
  const std::string words = last_words([] {
    std::optional<Numbers> generator;
    generator.emplace(Bodies<Generator>::calls([&] { generator.reset(); }));
    generator->next();
  });
  CHECK(words.find("generator already executing") != std::string::npos);
}

}  // namespace ch02::contract
