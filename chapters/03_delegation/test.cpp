#include <doctest/doctest.h>

#include <algorithm>
#include <coroutine>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "01_state_machine/contract_test.hpp"
#include "01_state_machine/words_test.hpp"
#include "02_generator/contract_test.hpp"
#include "02_generator/last_words_test.hpp"
#include "03_delegation/chain_test.hpp"
#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "03_delegation/pep380_test.hpp"

using namespace ch03;
using namespace ch03::chain;
using ch01::error;
using ch01::printed;
using ch01::raised;

namespace {

const std::string re_entered = "std::logic_error: generator already executing";
const std::string awaited = "std::logic_error: generator is being awaited already";
const std::string no_result = "std::logic_error: generator has no result";
const std::string ended = "can't await a generator that has ended";

/// True if the body of one may await the other.
template <class Awaiter, class Awaited>
constexpr bool may_await = requires(
    Awaited generator, std::coroutine_handle<typename Awaiter::promise_type> awaiter) {
  generator.await_suspend(awaiter);
};

}  // namespace

TEST_CASE("A generator that delegates keeps every line of a generator's contract") {
  const auto echo = ch02::contract::Bodies<Generator>::echo;
  SUBCASE("created") { ch01::contract::created(echo); }
  SUBCASE("suspended") { ch01::contract::suspended(echo); }
  SUBCASE("closed") { ch01::contract::closed(echo); }
  SUBCASE("running") { ch01::contract::running(echo); }
  using namespace ch02::contract;
  SUBCASE("arguments") { takes_an_argument_at_every_yield<Generator>(); }
  SUBCASE("None") { may_be_sent_none_before_it_starts<Generator>(); }
  SUBCASE("result") { returns_nothing_once<Generator>(); }
  SUBCASE("values") { moves_its_values<Generator>(); }
  SUBCASE("throw_") { catches_what_is_thrown_in<Generator>(); }
  SUBCASE("exceptions") { raises_its_exception_once<Generator>(); }
  SUBCASE("locals") { unwinds_its_locals<Generator>(); }
  SUBCASE("close") { cannot_refuse_close<Generator>(); }
  SUBCASE("parameters") { keeps_its_parameters<Generator>(); }
  SUBCASE("no frame") { is_never_made_without_its_parameters<Generator>(); }
  SUBCASE("moves") { moves_and_never_copies<Generator>(); }
  SUBCASE("frame") { keeps_its_frame_in_place<Generator>(); }
  SUBCASE("moves while it runs") { may_move_while_it_runs<Generator>(); }
  SUBCASE("ends the program") { ends_the_program_rather_than_itself<Generator>(); }
}

TEST_CASE(
    "Values go straight down, answers straight up, and co_await gives the return "
    "value") {
  auto generator = outer();
  CHECK(generator.next() == 1);
  CHECK(generator.next() == 2);
  std::optional<int> last;
  CHECK(printed([&] { last = generator.send("abc"); }) ==
        "inner abc\ninner is unwound\nmiddle is unwound\nouter 30\n");
  CHECK(last == 4);
  CHECK(printed([&] { last = generator.next(); }) == "outer is unwound\n");
  CHECK(last == std::nullopt);
}

TEST_CASE("A return value goes to the awaiter, and further only if it is passed on") {
  auto passed = plus_one(plus_one(three()));
  CHECK(passed.next() == 1);
  CHECK(passed.next() == 2);
  CHECK(passed.next() == std::nullopt);
  CHECK(passed.result() == 5);
  auto dropped = plus_one(drop(three()));
  while (dropped.next()) continue;
  CHECK(dropped.result() == 1);
}

TEST_CASE("What cannot be copied passes every level: values, answers, return values") {
  auto generator = pass_through();
  const std::optional<Pointer> yielded = generator.next();
  REQUIRE(yielded);
  CHECK(**yielded == 1);
  CHECK_FALSE(generator.send(std::make_unique<int>(2)));
  const Pointer returned = generator.result();
  REQUIRE(returned);
  CHECK(*returned == 2);
}

TEST_CASE("What is thrown in is raised at the innermost co_yield, which may catch it") {
  auto generator = plus_one(plus_one(patient()));
  CHECK(generator.next() == 1);
  CHECK(generator.throw_(error("enough")) == -1);
  CHECK(generator.state() == State::suspended);
  CHECK(generator.next() == std::nullopt);
  CHECK(generator.result() == 5);
}

TEST_CASE(
    "What the innermost lets out is raised at each co_await, until one catches it") {
  auto generator = outer();
  generator.next();
  generator.next();
  std::optional<int> last;
  CHECK(printed([&] { last = generator.throw_(error("enough")); }) ==
        "inner is unwound\nmiddle is unwound\nouter caught enough\n");
  CHECK(last == 4);
  printed([&] { last = generator.next(); });
  CHECK(last == std::nullopt);
}

TEST_CASE("What nobody catches leaves the outermost once, and closes every level") {
  Numbers inner = three();
  Numbers middle = borrow(&inner);
  Numbers outer = borrow(&middle);
  CHECK(outer.next() == 1);
  CHECK(raised([&] { outer.throw_(error("enough")); }) == "std::runtime_error: enough");
  for (Numbers* level : {&outer, &middle, &inner}) {
    CHECK(level->state() == State::closed);
    CHECK(level->next() == std::nullopt);
    CHECK(raised([&] { level->result(); }) == no_result);
  }
}

TEST_CASE("An await that never suspends never comes back to the driver") {
  int calls = 0;
  auto generator = never_suspend(3, [&calls] { ++calls; });
  CHECK(generator.next() == 9);
  CHECK(calls == 3);
}

TEST_CASE("A million awaits that never suspend take no more stack than one") {
  std::uintptr_t lowest = UINTPTR_MAX, highest = 0;
  auto generator = never_suspend(1'000'000, [&] {
    lowest = std::min(lowest, stack());
    highest = std::max(highest, stack());
  });
  CHECK(generator.next() == 3'000'000);
  CHECK(lowest == highest);
}

TEST_CASE("A chain of 100,000 generators is stepped, ended, unwound and destroyed") {
  auto generator = deep(100'000);
  CHECK(generator.next() == 1);
  SUBCASE("by its end") {
    CHECK(generator.next() == std::nullopt);
    CHECK(generator.result() == 100'000);
  }
  SUBCASE("by an exception") {
    CHECK(raised([&] { generator.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
  }
  SUBCASE("by close()") { generator.close(); }
  SUBCASE("by destruction") { const auto destroyed = std::move(generator); }
  CHECK(generator.state() == State::closed);
}

TEST_CASE("A step resumes the innermost alone, a thousand levels deep as at none") {
  std::set<std::pair<std::uintptr_t, int>> steps;
  for (const int depth : {0, 1, 10, 100, 1'000}) {
    auto generator = sound(depth);
    generator.next();
    Depth::made = 0;
    const std::optional<Depth> step = generator.send(Depth());
    REQUIRE(step);
    steps.insert({step->stack, Depth::made});
  }
  CHECK(steps.size() == 1);  // as much stack, and as many values handed on
}

TEST_CASE(
    "A generator is awaited once: to await one that has ended is a std::logic_error") {
  std::string log;
  Numbers inner = three();
  SUBCASE("by its return") {
    while (inner.next()) continue;
  }
  SUBCASE("by an earlier await") {
    auto earlier = borrow(&inner);
    while (earlier.next()) continue;
  }
  SUBCASE("by an exception") {
    inner.next();
    raised([&] { inner.throw_(error("enough")); });
  }
  SUBCASE("by an exception in an earlier await") {
    auto earlier = borrow(&inner);
    earlier.next();
    raised([&] { earlier.throw_(error("enough")); });
  }
  SUBCASE("by an error of its own") {
    inner = astray(log);
    raised([&] { inner.next(); });
  }
  SUBCASE("by close()") { inner.close(); }
  SUBCASE("by being moved from") { const Numbers moved = std::move(inner); }
  std::string complaint;
  auto awaiter = complain(&inner, complaint);
  CHECK(awaiter.next() == 1);
  CHECK(complaint == ended);
  CHECK(awaiter.next() == std::nullopt);
  CHECK(awaiter.result() == 3);
}

TEST_CASE(
    "A generator awaits only those that yield and are sent the same types as it") {
  CHECK(may_await<Generator<int>, Generator<int, None, std::string>>);
  CHECK_FALSE(may_await<Generator<int>, Generator<long>>);
  CHECK_FALSE(may_await<Generator<int>, Generator<int, int>>);
  CHECK_FALSE(may_await<Generator<int>, ch02::Generator<int>>);
}

TEST_CASE("A generator that was started is awaited from where it stands") {
  auto inner = plus_one(three());
  SUBCASE("at a co_yield of its own") {
    inner = three();
    CHECK(inner.next() == 1);
    auto outer = plus_one(plus_one(std::move(inner)));
    CHECK(outer.next() == 2);
    CHECK(outer.next() == std::nullopt);
    CHECK(outer.result() == 5);
  }
  SUBCASE("in an await of its own") {
    CHECK(inner.next() == 1);
    auto outer = plus_one(plus_one(std::move(inner)));
    CHECK(outer.next() == 2);
    CHECK(outer.next() == std::nullopt);
    CHECK(outer.result() == 6);
  }
  SUBCASE("and its exceptions cross all the levels") {
    CHECK(inner.next() == 1);
    auto outer = plus_one(plus_one(std::move(inner)));
    CHECK(outer.next() == 2);
    CHECK(raised([&] { outer.throw_(error("enough")); }) ==
          "std::runtime_error: enough");
    CHECK(outer.state() == State::closed);
  }
}

TEST_CASE("Whoever awaits a generator is its one driver: all others get an error") {
  Numbers inner = three();
  Numbers middle = borrow(&inner);
  Numbers outer = borrow(&middle);
  CHECK(outer.next() == 1);
  for (Numbers* level : {&middle, &inner}) {
    CHECK(raised([&] { level->next(); }) == awaited);
    CHECK(raised([&] { level->send(None{}); }) == awaited);
    CHECK(raised([&] { level->throw_(error("enough")); }) == awaited);
    CHECK(raised([&] { level->close(); }) == awaited);
    CHECK(raised([&] { level->result(); }) == no_result);
    std::string complaint;
    auto second = complain(level, complaint);
    CHECK(second.next() == 1);
    CHECK(complaint == "generator is being awaited already");
  }
  CHECK(outer.next() == 2);
  CHECK(outer.next() == std::nullopt);
  CHECK(outer.result() == 3);
}

TEST_CASE(
    "From within, every level of a chain runs, and refuses to be driven or awaited") {
  int calls = 0;
  Numbers outer = three(), middle = three(), inner = three(), own = three();
  inner = call([&] {
    for (Numbers* level : {&outer, &middle, &inner}) {
      const std::string refusal = level == &outer ? re_entered : awaited;
      CHECK(level->state() == State::running);
      CHECK(raised([&] { level->next(); }) == refusal);
      CHECK(raised([&] { level->throw_(error("enough")); }) == refusal);
      CHECK(raised([&] { level->close(); }) == refusal);
      std::string complaint;
      complain(level, complaint).next();
      CHECK("std::logic_error: " + complaint == refusal);
    }
    CHECK(own.next());  // a chain of its own, beside the one that it is part of
    ++calls;
  });
  own = plus_one(three());
  middle = borrow(&inner);
  outer = borrow(&middle);
  CHECK(outer.next() == 1);
  for (Numbers* level : {&outer, &middle, &inner})
    CHECK(level->state() == State::suspended);
  CHECK(outer.next() == std::nullopt);
  CHECK(calls == 2);
  CHECK(own.next() == std::nullopt);
  for (Numbers* level : {&outer, &middle, &inner})
    CHECK(level->state() == State::closed);
  CHECK(outer.result() == 3);
}

TEST_CASE("close() destroys the innermost frame first, each with its locals") {
  std::string log;
  const std::string expected =
      "innermost-2 innermost-1 after before outermost ";  // `inner` names the innermost
  SUBCASE("by close()") {
    auto generator = outermost(log);
    CHECK(generator.next() == 1);
    generator.close();
    CHECK(log == expected);
  }
  SUBCASE("by destruction") {
    outermost(log).next();
    CHECK(log == expected);
  }
}

TEST_CASE("Closing the awaiter closes what it awaits, wherever that lives") {
  Numbers inner = three();
  {
    auto outer = borrow(&inner);
    CHECK(outer.next() == 1);
    CHECK(inner.state() == State::suspended);
  }
  CHECK(inner.state() == State::closed);
  CHECK(inner.next() == std::nullopt);
}

TEST_CASE(
    "A destructor that close() runs cannot drive the chain that is being closed") {
  struct AtExit {
    explicit AtExit(std::function<void()> call) : call(std::move(call)) {}
    AtExit(const AtExit&) = delete;
    ~AtExit() { call(); }
    std::function<void()> call;
  };
  const auto local = [](std::function<void()> call) -> Numbers {
    const AtExit at_exit(std::move(call));
    co_yield 1;
    co_return 3;
  };
  int calls = 0;
  Numbers outer = three();
  Numbers inner = local([&] {
    CHECK(inner.state() == State::closed);
    CHECK(inner.next() == std::nullopt);
    CHECK(outer.state() == State::running);
    CHECK(raised([&] { outer.next(); }) == re_entered);
    CHECK(raised([&] { outer.close(); }) == re_entered);
    ++calls;
  });
  outer = borrow(&inner);
  CHECK(outer.next() == 1);
  outer.close();
  CHECK(calls == 1);
  CHECK(outer.state() == State::closed);
}

TEST_CASE("To await what is no generator is a std::logic_error, and ends the chain") {
  std::string log;
  auto generator = astray(log);
  std::string farewells = "astray ";
  SUBCASE("at once") {}
  SUBCASE("a level down") {
    generator = led_astray(log);
    farewells = "astray led ";
  }
  CHECK(raised([&] { generator.next(); }) ==
        "std::logic_error: a body can only await generators");
  CHECK(generator.state() == State::closed);
  CHECK(generator.next() == std::nullopt);
  CHECK(raised([&] { generator.throw_(error("enough")); }) ==
        "std::runtime_error: enough");
  CHECK(raised([&] { generator.result(); }) == no_result);
  generator.close();
  CHECK(log == farewells);
}

TEST_CASE(
    "What prevents the inner generator from being made is raised in the awaiter") {
  std::string complaint;
  auto generator = unmade(complaint);
  CHECK(generator.next() == 1);
  CHECK(complaint == "no copy");
  CHECK(generator.next() == std::nullopt);
}

TEST_CASE("The outermost may move at any time, even while the innermost runs") {
  std::optional<Numbers> moved;
  Numbers generator = three();
  generator = plus_one(call([&] {
    if (!moved) moved.emplace(std::move(generator));
  }));
  CHECK(generator.next() == 1);
  CHECK(generator.state() == State::closed);
  REQUIRE(moved);
  CHECK(moved->state() == State::suspended);
  Numbers again = std::move(*moved);
  CHECK(again.next() == std::nullopt);
  CHECK(again.result() == 4);
}

TEST_CASE("A generator that moves away from its awaiter leaves it a std::logic_error") {
  Numbers inner = three();
  std::string complaint;
  auto outer = complain(&inner, complaint);
  CHECK(outer.next() == 1);
  Numbers moved = std::move(inner);
  CHECK(raised([&] { moved.next(); }) == awaited);
  SUBCASE("when it returns") {
    CHECK(outer.next() == 2);
    CHECK(outer.next() == 1);  // of the awaiter itself
    CHECK(complaint == "generator has no result");
    CHECK(moved.result() == 3);
  }
  SUBCASE("unless the awaiter is closed first") {
    outer.close();
    CHECK(moved.state() == State::closed);
  }
}

TEST_CASE(
    "Destroying a chain from within, or in its middle, ends the program and says why") {
  const std::string from_within = ch02::last_words([] {
    auto outer = std::make_unique<Numbers>(three());
    *outer = plus_one(call([&] { outer.reset(); }));
    outer->next();
  });
  CHECK(from_within.find("generator already executing") != std::string::npos);
  const std::string from_the_middle = ch02::last_words([] {
    auto inner = std::make_unique<Numbers>(three());
    auto outer = borrow(inner.get());
    outer.next();
    inner.reset();
  });
  CHECK(from_the_middle.find("generator is being awaited already") !=
        std::string::npos);
}

TEST_CASE("On random programs co_await does what PEP 380 says that yield from does") {
  std::set<std::string> transcripts;
  for (unsigned seed = 0; seed < 2'000; ++seed) {
    INFO("seed ", seed);
    const std::string expected = pep380::transcript<pep380::Expanded>(seed);
    CHECK(pep380::transcript<pep380::Awaited>(seed) == expected);
    transcripts.insert(expected);
  }
  CHECK(transcripts.size() > 1'000);  // the programs are not all one
}
