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

/// Goes through one gate, and then through another.
Coroutine<> pilgrim(Log* log, Gate* gate, Gate* other) {
  co_await *gate;
  log->push_back("the pilgrim is through one gate");
  co_await *other;
  log->push_back("the pilgrim is through both");
}

/// Yields a gate by itself, and so does not look again when it is resumed.
Coroutine<> believer(Log* log, Gate* gate) {
  log->push_back("the believer arrives");
  co_yield gate;
  log->push_back("the believer is resumed");
}

void drive(std::vector<Coroutine<>>& coroutines) {
  exercise::drive(std::move(coroutines));
}

}  // namespace

TEST_CASE("A gate says whether it is open") {
  INFO("a gate is made; opened");
  Gate gate;
  CHECK_FALSE(gate.is_open());
  CHECK(gate.repr() == "Gate(closed)");
  gate.open();
  CHECK(gate.is_open());
  CHECK(gate.repr() == "Gate(open)");
}

TEST_CASE("To await a closed gate is to yield it") {
  INFO("Ann waits at a closed gate; it is opened; she is resumed");
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
  INFO("Ann comes to an open gate");
  Log log;
  Gate gate;
  gate.open();
  Coroutine<> coroutine = traveller(&log, "Ann", &gate);
  CHECK_FALSE(coroutine.next().has_value());
  CHECK(common::listed(log) == "Ann arrives Ann is through");
}

TEST_CASE("Who is resumed in vain stays at the gate") {
  INFO("Ann waits at a closed gate, and is resumed twice");
  Log log;
  Gate gate;
  Coroutine<> coroutine = traveller(&log, "Ann", &gate);
  for (int i = 0; i < 3; ++i) CHECK(coroutine.next().has_value());
  CHECK(common::listed(log) == "Ann arrives");
}

TEST_CASE("The driver resumes those who wait once the gate is open") {
  INFO("driven: Ann, Bob, who wait at one gate, and its keeper");
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
  INFO("driven: Ann waits at the first gate, Bob and the late keeper at the second");
  Log log;
  Gate first, second;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Ann", &first));
  coroutines.push_back(traveller(&log, "Bob", &second));
  coroutines.push_back(late_keeper(&log, &second, &first));
  coroutines.push_back(keeper(&log, &second));
  drive(coroutines);
  CHECK(common::listed(log) ==
        "Ann arrives Bob arrives the keeper opens Bob is through the late keeper opens "
        "Ann is through");
}

TEST_CASE("Who stands at a closed gate is not resumed, whoever ends meanwhile") {
  INFO("driven: Bob, a believer at the other gate, its late keeper, and Bob's keeper");
  Log log;
  Gate first, second;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Bob", &second));
  coroutines.push_back(believer(&log, &first));
  coroutines.push_back(late_keeper(&log, &second, &first));
  coroutines.push_back(keeper(&log, &second));
  drive(coroutines);
  CHECK(common::listed(log) ==
        "Bob arrives the believer arrives the keeper opens Bob is through "
        "the late keeper opens the believer is resumed");
}

TEST_CASE("Whoever ends costs nobody a turn") {
  INFO("driven: a keeper, and Ann and Bob, who come to the open gate");
  Log log;
  Gate gate;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(keeper(&log, &gate));
  coroutines.push_back(traveller(&log, "Ann", &gate));
  coroutines.push_back(traveller(&log, "Bob", &gate));
  drive(coroutines);
  CHECK(common::listed(log) ==
        "the keeper opens Ann arrives Ann is through Bob arrives Bob is through");
}

TEST_CASE("To drive nobody, or one that has ended, is to be done") {
  INFO("driven: no coroutine at all; then one that has ended before");
  std::vector<Coroutine<>> nobody, ended;
  CHECK_NOTHROW(drive(nobody));
  Log log;
  Gate gate;
  ended.push_back(keeper(&log, &gate));
  ended.back().next();
  CHECK_NOTHROW(drive(ended));
}

TEST_CASE("A gate that nobody is left to open is an error") {
  INFO("driven: Ann, who waits at a gate that has no keeper");
  Log log;
  Gate gate;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(traveller(&log, "Ann", &gate));
  CHECK_THROWS_AS(drive(coroutines), std::logic_error);
}

TEST_CASE("Somebody left at a closed gate is an error, though others have ended") {
  INFO("driven: a pilgrim through two gates, and the keeper of the first");
  Log log;
  Gate first, second;
  std::vector<Coroutine<>> coroutines;
  coroutines.push_back(pilgrim(&log, &first, &second));
  coroutines.push_back(keeper(&log, &first));
  CHECK_THROWS_AS(drive(coroutines), std::logic_error);
  CHECK(common::listed(log) == "the keeper opens the pilgrim is through one gate");
}
