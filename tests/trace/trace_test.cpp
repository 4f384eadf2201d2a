#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "03_delegation/outer.hpp"
#include "05_naive_loop/run.hpp"
#include "08_one_event/run.hpp"
#include "common/trace.hpp"

using ch03::Generator;
using ch04::asleep;
using ch04::Coroutine;
using ch04::Event;
using ch04::Seconds;
using common::traced;

namespace {

/// A trace in a file of its own, and what stands in it.
class Traced {
 public:
  Traced() : trace_(std::in_place, path()) {}
  ~Traced() {
    trace_.reset();
    std::remove(path().c_str());
  }

  /// The steps written so far.
  std::vector<std::string> steps() const {
    std::vector<std::string> lines;
    std::ifstream file(path());
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    REQUIRE(!lines.empty());
    lines.erase(lines.begin());  // the header
    return lines;
  }

 private:
  static std::string path() { return "trace_test." + std::to_string(::getpid()); }

  std::optional<common::Trace> trace_;
};

/// True if the step has these members, in which ' stands for ".
bool has(const std::string& step, std::string members) {
  std::ranges::replace(members, '\'', '"');
  return step.find(members) != std::string::npos;
}

Coroutine<int> answer() {
  co_await asleep(Seconds(1));
  co_return 42;
}

Coroutine<> keep(int& result, Coroutine<int> coroutine) { result = co_await coroutine; }

Coroutine<> fail() {
  co_await asleep(Seconds(1));
  throw std::runtime_error("enough");
}

class Riddle : public Event {
 public:
  std::string repr() const override { return "Riddle(\"who\")"; }
};

Coroutine<> ask() {
  Riddle riddle;
  co_await riddle;
}

}  // namespace

TEST_CASE("a traced coroutine does what its own does, trace or no trace") {
  int result = 0;
  SUBCASE("no trace") { ch05::run(keep(result, traced("answer", answer()))); }
  SUBCASE("a trace") {
    Traced trace;
    ch05::run(keep(result, traced("answer", answer())));
  }
  CHECK(result == 42);
}

TEST_CASE("a step says who ran, what it yielded, and until when it waits") {
  Traced trace;
  ch05::run(traced("sleeper", asleep(Seconds(1))));
  const std::vector<std::string> steps = trace.steps();
  REQUIRE(steps.size() == 6);
  CHECK(has(steps[0], "'who':'main'"));
  CHECK(has(steps[0], "'name':'sleeper','state':'created'"));
  CHECK(has(steps[1], "'who':'sleeper','call':'next()','yielded':'AsyncSleep(until="));
  CHECK(has(steps[1], "'sleepers':[{'name':'sleeper','until':0.5,'ready':false}]"));
  CHECK(has(steps[2], "'kernel':[{'call':'nanosleep','asked':'0.5 s','answered':'0'"));
  CHECK(has(steps[2], "'sleepers':[{'name':'sleeper','until':0.5,'ready':true}]"));
  CHECK(has(steps[5], "'ended':'returned'"));
  CHECK(has(steps[5], "'sleepers':[],'readers':[],'writers':[]"));
}

TEST_CASE("what leaves the coroutine leaves the traced one, and the step says so") {
  Traced trace;
  CHECK_THROWS_WITH_AS(ch05::run(traced("failing", fail())), "enough",
                       std::runtime_error);
  CHECK(has(trace.steps().back(), "'ended':'failed','error':'enough'"));
}

TEST_CASE("what the driver sends and throws reaches the coroutine") {
  Traced trace;
  auto generator = traced("outer", ch03::outer());
  CHECK(generator.next() == 1);
  CHECK(generator.next() == 2);
  SUBCASE("send") {
    CHECK(generator.send("abc") == 4);
    CHECK(has(trace.steps().back(), "'call':'send(\\'abc\\')','yielded':'4'"));
    CHECK(has(trace.steps().back(), "'printed':'inner abc\\n"));
  }
  SUBCASE("throw_") {
    CHECK(generator.throw_(std::make_exception_ptr(std::runtime_error("no"))) == 4);
    CHECK(has(trace.steps().back(), "'call':'throw_()','yielded':'4'"));
    CHECK(has(trace.steps().back(), "outer caught no\\n"));
  }
}

TEST_CASE("a suspended generator is written with its frames, the leaf last") {
  auto generator = ch03::outer();
  generator.next();
  CHECK(common::frames(generator).size() == 1);
  generator.next();
  CHECK(common::frames(generator).size() == 3);
}

TEST_CASE("a coroutine that is dropped is closed, and what it prints then is kept") {
  Traced trace;
  {
    auto generator = traced("outer", ch03::outer());
    generator.next();
  }
  CHECK(has(trace.steps().back(), "'call':'close()','yielded':null,'ended':'closed'"));
  CHECK(has(trace.steps().back(), "'printed':'outer is unwound\\n'"));
}

TEST_CASE("a coroutine that awaits a traced one waits for it, and not beside it") {
  Traced trace;
  int result = 0;
  Coroutine<int> inner = traced("inner", answer());
  ch05::run(traced("outer", keep(result, std::move(inner))));
  CHECK(result == 42);
  const std::string step = trace.steps()[2];
  CHECK(has(step, "'who':'outer'"));
  CHECK(has(step, "'through':'inner'"));
  CHECK(has(step, "'sleepers':[{'name':'inner','until':0.5,'ready':false}]"));
}

Coroutine<> block() {
  std::this_thread::sleep_for(std::chrono::seconds(3));
  co_await asleep(Seconds(1));
}

TEST_CASE("a coroutine that blocks the thread does so in its own step") {
  Traced trace;
  ch05::run(traced("blocking", block()));
  const std::string step = trace.steps()[1];
  CHECK(has(step, "'began':0,'time':3,'kind':'coroutine','who':'blocking'"));
  CHECK(has(step, "{'call':'nanosleep','asked':'3 s','answered':'0'"));
}

TEST_CASE("an event that nobody knows is written in its own words") {
  Traced trace;
  CHECK_THROWS_AS(ch05::run(traced("asking", ask())), std::logic_error);
  const std::string step = trace.steps()[1];
  CHECK(has(step, "'yielded':'Riddle(\\'who\\')'"));
  CHECK(has(step, "'sleepers':[],'readers':[],'writers':[]"));
}

Coroutine<> spawn() {
  ch08::Spawn first(asleep(Seconds(1)));
  co_await first;
  ch08::Spawn second(asleep(Seconds(1)));
  co_await second;
}

TEST_CASE("what a traced coroutine spawns is traced, and numbered") {
  Traced trace;
  ch08::run(traced("parent", spawn(), "child"));
  CHECK(has(trace.steps().back(), "'name':'child 1','state':'returned'"));
  CHECK(has(trace.steps().back(), "'name':'child 2','state':'returned'"));
}

TEST_CASE("a name that is taken gets a number") {
  Traced trace;
  ch05::run(traced("twin", asleep(Seconds(1))), traced("twin", asleep(Seconds(1))));
  CHECK(has(trace.steps().back(), "'name':'twin'"));
  CHECK(has(trace.steps().back(), "'name':'twin 2'"));
}

TEST_CASE("there is one trace at a time") {
  Traced trace;
  CHECK_THROWS_AS(common::Trace("another"), std::logic_error);
}

TEST_CASE("a coroutine may outlive the trace that it is in") {
  std::optional<Traced> trace(std::in_place);
  Coroutine<> sleeper = traced("sleeper", asleep(Seconds(1)));
  CHECK(sleeper.next());
  trace.reset();
  CHECK(sleeper.next());
  CHECK(!sleeper.next());
}
