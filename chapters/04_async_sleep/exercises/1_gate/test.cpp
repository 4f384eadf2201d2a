#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "common/exercise.hpp"

#include EXERCISE

using exercise::Coroutine;
using exercise::Event;
using exercise::Gate;

namespace {

using Log = std::vector<std::string>;

/// Says that it is here, waits at the gate, and says that it is through.
Coroutine<> traveller(Log* log, std::string name, Gate* gate) {
  log->push_back(name + " arrives");
  co_await *gate;
  log->push_back(name + " is through");
}

/// Opens a gate.
Coroutine<> keeper(Log* log, Gate* gate) {
  log->push_back("the keeper opens");
  gate->open();
  co_return;
}

/// Waits at a gate, and opens another.
Coroutine<> late_keeper(Log* log, Gate* gate, Gate* other) {
  co_await *gate;
  log->push_back("the late keeper opens");
  other->open();
}

void drive(std::vector<Coroutine<>>& coroutines) {
  exercise::drive(std::move(coroutines));
}

}  // namespace

TEST_CASE("A gate says whether it is open") {
  Gate gate;
  CHECK(gate.repr() == "Gate(closed)");
  gate.open();
  CHECK(gate.repr() == "Gate(open)");
}

TEST_CASE("To await a closed gate is to yield it") {
  Log log;
  Gate gate;
  Coroutine<> coroutine = traveller(&log, "Ann", &gate);
  const std::optional<Event*> event = coroutine.next();
  CHECK(event == std::optional<Event*>(&gate));
  gate.open();
  CHECK_FALSE(coroutine.next().has_value());
  CHECK(common::listed(log) == "Ann arrives Ann is through");
}

TEST_CASE("To await an open gate is not to stop") {
  Log log;
  Gate gate;
  gate.open();
  Coroutine<> coroutine = traveller(&log, "Ann", &gate);
  CHECK_FALSE(coroutine.next().has_value());
  CHECK(common::listed(log) == "Ann arrives Ann is through");
}

TEST_CASE("Who is resumed in vain stays at the gate") {
  Log log;
  Gate gate;
  Coroutine<> coroutine = traveller(&log, "Ann", &gate);
  for (int i = 0; i < 3; ++i) {
    INFO("resumed, while the gate is closed");
    CHECK(coroutine.next().has_value());
  }
  CHECK(common::listed(log) == "Ann arrives");
}

TEST_CASE("The driver resumes those who wait once the gate is open") {
  Log log;
  Gate gate;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Ann", &gate));
  coroutines.push_back(traveller(&log, "Bob", &gate));
  coroutines.push_back(keeper(&log, &gate));
  drive(coroutines);
  CHECK(common::listed(log) ==
        "Ann arrives Bob arrives the keeper opens Ann is through Bob is through");
}

TEST_CASE("A gate stops those who wait for it, and nobody else") {
  Log log;
  Gate first, second;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Ann", &first));
  coroutines.push_back(traveller(&log, "Bob", &second));
  coroutines.push_back(late_keeper(&log, &second, &first));
  coroutines.push_back(keeper(&log, &second));
  INFO("Ann waits at the first gate, Bob and the late keeper at the second");
  drive(coroutines);
  CHECK(common::listed(log) ==
        "Ann arrives Bob arrives the keeper opens Bob is through the late keeper opens "
        "Ann is through");
}

TEST_CASE("A gate that nobody is left to open is an error") {
  Log log;
  Gate gate;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Ann", &gate));
  CHECK_THROWS_AS(drive(coroutines), std::logic_error);
}
