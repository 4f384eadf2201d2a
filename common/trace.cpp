#include "common/trace.hpp"

#include <cstdlib>
#include <exception>
#include <optional>
#include <stdexcept>

#include "08_one_event/spawn.hpp"
#include "common/trace/recorder.hpp"

namespace common {

Trace::Trace(const std::string& path) {
  if (Recorder::current()) throw std::logic_error("there is a trace already");
  Recorder::set_current(std::make_shared<Recorder>(path));
}

Trace::~Trace() { Recorder::set_current(nullptr); }

Watched::Watched(std::string name, std::string spawned) : spawned_(std::move(spawned)) {
  if (auto recorder = Recorder::current()) {
    index_ = recorder->add(std::move(name));
    recorder_ = recorder;
  }
}

void Watched::resumed(const std::string& call) {
  if (auto recorder = recorder_.lock()) recorder->resumed(index_, call);
}

void Watched::suspended(const std::string& yielded, std::vector<const void*> frames) {
  if (auto recorder = recorder_.lock())
    recorder->suspended(yielded, nullptr, std::move(frames));
}

void Watched::suspended(ch04::Event* event, std::vector<const void*> frames) {
  auto recorder = recorder_.lock();
  if (!recorder) return;
  recorder->look_away();
  const std::string repr = event ? event->repr() : "nullptr";
  if (auto* spawn = dynamic_cast<ch08::Spawn*>(event))
    *spawn = ch08::Spawn(traced(recorder->numbered(spawned_), spawn->take(), spawned_));
  recorder->suspended(repr, event, std::move(frames));
}

void Watched::returned() {
  if (auto recorder = recorder_.lock()) recorder->ended("returned");
}

void Watched::failed(const std::exception_ptr& error) {
  auto recorder = recorder_.lock();
  if (!recorder) return;
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& known) {
    recorder->ended("failed", known.what());
  } catch (...) {
    recorder->ended("failed", "an exception");
  }
}

void Watched::closed() {
  if (auto recorder = recorder_.lock()) recorder->ended("closed");
}

namespace {

/// The whole program's trace, if the environment asks for one.
std::optional<Trace> trace_of_the_program() {
  const char* path = std::getenv("ASYNC_TRACE");
  return path && *path ? std::optional<Trace>(std::in_place, path) : std::nullopt;
}

const std::optional<Trace> whole = trace_of_the_program();

}  // namespace

}  // namespace common
