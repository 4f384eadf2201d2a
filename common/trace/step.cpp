#include "common/trace/step.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <utility>

#include "common/trace/json.hpp"

namespace common {

namespace {

std::string text_or_null(const std::optional<std::string>& text) {
  return text ? json::string(*text) : "null";
}

std::string truth(bool value) { return value ? "true" : "false"; }

std::string places(const Places& list) {
  return json::list(list, [](std::uintptr_t place) {
    char text[32];
    std::snprintf(text, sizeof text, "\"%#zx\"", static_cast<std::size_t>(place));
    return std::string(text);
  });
}

std::string numbers(const std::vector<int>& list) {
  return json::list(list, [](int number) { return std::to_string(number); });
}

std::string call(const Call& call) {
  return json::Object()
      .add("call", json::string(call.name))
      .add("asked", json::string(call.asked))
      .add("answered", json::string(call.answered))
      .add("readable", numbers(call.readable))
      .add("writeable", numbers(call.writeable))
      .text();
}

std::string coroutine(const Known& coroutine) {
  Places functions;
  for (const void* function : coroutine.frames) functions.push_back(place_of(function));
  return json::Object()
      .add("name", json::string(coroutine.name))
      .add("state", json::string(coroutine.state))
      .add("yielded", text_or_null(coroutine.yielded))
      .add("through", text_or_null(coroutine.through))
      .add("frames", places(functions))
      .text();
}

/// Those of the coroutines of which the condition holds.
template <class Condition>
std::vector<Known> those(const std::vector<Known>& coroutines, Condition condition) {
  std::vector<Known> list;
  std::ranges::copy_if(coroutines, std::back_inserter(list), condition);
  return list;
}

std::string sleepers(const std::vector<Known>& coroutines, Clock::time_point start) {
  auto list = those(coroutines, [](const Known& each) { return !!each.waiting.until; });
  std::ranges::sort(list, {}, [](const Known& each) {
    return std::pair(*each.waiting.until, each.turn);
  });
  return json::list(list, [start](const Known& sleeper) {
    const Clock::time_point until = *sleeper.waiting.until;
    return json::Object()
        .add("name", json::string(sleeper.name))
        .add("until", json::seconds(until - start))
        .add("ready", truth(until <= Clock::now()))
        .text();
  });
}

/// The readers or the writers, lowest descriptor first.
std::string waiters(const std::vector<Known>& coroutines,
                    std::optional<int> Waiting::* which) {
  const auto descriptor = [which](const Known& each) { return each.waiting.*which; };
  auto list = those(coroutines, [&](const Known& each) { return !!descriptor(each); });
  std::ranges::sort(list, {}, descriptor);
  return json::list(list, [&](const Known& waiter) {
    return json::Object()
        .add("name", json::string(waiter.name))
        .add("descriptor", std::to_string(*descriptor(waiter)))
        .add("ready", truth(waiter.ready))
        .text();
  });
}

}  // namespace

std::string line(std::size_t number, const Step& step,
                 const std::vector<Known>& coroutines, Clock::time_point start) {
  return json::Object()
      .add("step", std::to_string(number))
      .add("began", json::seconds(step.began - start))
      .add("time", json::seconds(Clock::now() - start))
      .add("kind", json::string(step.kind))
      .add("who", json::string(step.who))
      .add("call", text_or_null(step.call))
      .add("yielded", text_or_null(step.yielded))
      .add("ended", text_or_null(step.ended))
      .add("error", text_or_null(step.error))
      .add("kernel", json::list(step.calls, call))
      .add("printed", json::string(step.printed))
      .add("coroutines", json::list(coroutines, coroutine))
      .add("sleepers", sleepers(coroutines, start))
      .add("readers", waiters(coroutines, &Waiting::reads))
      .add("writers", waiters(coroutines, &Waiting::writes))
      .add("lines", places(step.lines))
      .add("loop", places(step.loop))
      .text();
}

}  // namespace common
