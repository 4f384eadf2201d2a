#include "common/trace/recorder.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "common/trace/json.hpp"

namespace common {

namespace {

std::shared_ptr<Recorder>& the_one() {
  static std::shared_ptr<Recorder> recorder;
  return recorder;
}

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

bool is_in(const std::vector<int>& ready, std::optional<int> descriptor) {
  return descriptor && std::ranges::find(ready, *descriptor) != ready.end();
}

void append(Places& all, const Places& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

std::shared_ptr<Recorder> Recorder::current() {
  const bool here = the_one() && the_one()->thread_ == std::this_thread::get_id();
  return here ? the_one() : nullptr;
}

void Recorder::set_current(std::shared_ptr<Recorder> recorder) {
  the_one() = std::move(recorder);
}

Recorder::Recorder(const std::string& path) {
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  const Fd file(check(::open(path.c_str(), flags, 0666), path.c_str()));
  file_ = out_of_the_way(file.get());
  const std::string program = std::filesystem::read_symlink("/proc/self/exe");
  json::Object header;
  header.add("trace", "1").add("program", json::string(program));
  header.add("origin", json::seconds(start_.time_since_epoch()));
  write_all(file_.get(), header.text() + "\n");
  keep_lines_in(&places_);
}

Recorder::~Recorder() {
  keep_lines_in(nullptr);
  main_did_something(places_);
}

std::size_t Recorder::add(std::string name) {
  if (std::ranges::find(coroutines_, name, &Coroutine::name) != coroutines_.end())
    name = numbered(name, 2);
  coroutines_.push_back(Coroutine{.name = std::move(name)});
  return coroutines_.size() - 1;
}

std::string Recorder::numbered(const std::string& name, int from) const {
  const std::string candidate = name + " " + std::to_string(from);
  const bool taken =
      std::ranges::find(coroutines_, candidate, &Coroutine::name) != coroutines_.end();
  return taken ? numbered(name, from + 1) : candidate;
}

void Recorder::resumed(std::size_t index, const std::string& call) {
  const std::string name = coroutines_[index].name;
  begin(Step{.kind = "coroutine", .who = name, .call = call, .index = index});
  coroutines_[index] = Coroutine{.name = name, .state = "running"};
}

void Recorder::suspended(const std::string& yielded, const ch04::Event* event,
                         std::vector<const void*> frames) {
  Step& step = running_.back();
  Coroutine& coroutine = coroutines_[step.index];
  const std::size_t index = step.index;
  coroutine.state = "suspended";
  coroutine.yielded = step.yielded = yielded;
  coroutine.frames = std::move(frames);
  coroutine.turn = ++turns_;
  if (event && event == step.passed_on.first)
    coroutine.through = coroutines_[step.passed_on.second].name;
  else
    coroutine.waiting = waiting(event);
  finish();
  if (in_a_step()) running_.back().passed_on = {event, index};
}

void Recorder::ended(const std::string& how, std::optional<std::string> error) {
  Step& step = running_.back();
  coroutines_[step.index].state = how;
  step.ended = how;
  step.error = std::move(error);
  finish();
}

void Recorder::asks() {
  if (!in_a_step()) begin(Step{.kind = "kernel", .who = "kernel"});
}

void Recorder::answers(Call call) {
  for (Coroutine& coroutine : coroutines_)
    if (is_in(call.readable, coroutine.waiting.reads) ||
        is_in(call.writeable, coroutine.waiting.writes))
      coroutine.ready = true;
  running_.back().calls.push_back(std::move(call));
  if (running_.back().kind == "kernel") finish();
}

/// Begins a step, after what came before it has been written, or has gone to the step
/// that this one is inside of.
void Recorder::begin(Step step) {
  Places before = std::exchange(places_, {});
  if (in_a_step()) {
    append(running_.back().lines, before);
    running_.back().printed += printed_.take();
  } else {
    main_did_something(before);
    step.loop = std::move(before);
  }
  running_.push_back(std::move(step));
}

void Recorder::finish() {
  Step step = std::move(running_.back());
  running_.pop_back();
  append(step.lines, std::exchange(places_, {}));
  step.printed += printed_.take();
  write(step);
  keep_lines_in(&places_);
}

/// What is printed between the steps, and who is created there, is a step of main's.
void Recorder::main_did_something(const Places& before) {
  Step step{.kind = "main", .who = "main"};
  step.printed = printed_.take();
  if (step.printed.empty() && shown_ == coroutines_.size()) return;
  step.lines = before;
  write(step);
}

void Recorder::write(const Step& step) {
  shown_ = coroutines_.size();
  json::Object line;
  line.add("step", std::to_string(++steps_));
  line.add("began", since_start(step.began)).add("time", since_start(Clock::now()));
  line.add("kind", json::string(step.kind)).add("who", json::string(step.who));
  line.add("call", text_or_null(step.call));
  line.add("yielded", text_or_null(step.yielded));
  line.add("ended", text_or_null(step.ended));
  line.add("error", text_or_null(step.error));
  line.add("kernel", json::list(step.calls, call));
  line.add("printed", json::string(step.printed));
  line.add("coroutines", coroutines());
  line.add("sleepers", sleepers());
  line.add("readers", waiters(&Waiting::reads));
  line.add("writers", waiters(&Waiting::writes));
  line.add("lines", places(step.lines)).add("loop", places(step.loop));
  write_all(file_.get(), line.text() + "\n");
}

std::string Recorder::coroutines() const {
  return json::list(coroutines_, [](const Coroutine& coroutine) {
    Places functions;
    for (const void* function : coroutine.frames)
      functions.push_back(place_of(function));
    return json::Object()
        .add("name", json::string(coroutine.name))
        .add("state", json::string(coroutine.state))
        .add("yielded", text_or_null(coroutine.yielded))
        .add("through", text_or_null(coroutine.through))
        .add("frames", places(functions))
        .text();
  });
}

std::string Recorder::sleepers() const {
  std::vector<Coroutine> list;
  std::ranges::copy_if(coroutines_, std::back_inserter(list),
                       [](const Coroutine& each) { return !!each.waiting.until; });
  std::ranges::sort(list, {}, [](const Coroutine& each) {
    return std::pair(*each.waiting.until, each.turn);
  });
  return json::list(list, [this](const Coroutine& sleeper) {
    const Clock::time_point until = *sleeper.waiting.until;
    return json::Object()
        .add("name", json::string(sleeper.name))
        .add("until", since_start(until))
        .add("ready", truth(until <= Clock::now()))
        .text();
  });
}

std::string Recorder::waiters(std::optional<int> Waiting::* which) const {
  const auto descriptor = [which](const Coroutine& each) {
    return each.waiting.*which;
  };
  std::vector<Coroutine> list;
  std::ranges::copy_if(coroutines_, std::back_inserter(list),
                       [&](const Coroutine& each) { return !!descriptor(each); });
  std::ranges::sort(list, {}, descriptor);
  return json::list(list, [&](const Coroutine& waiter) {
    return json::Object()
        .add("name", json::string(waiter.name))
        .add("descriptor", std::to_string(*descriptor(waiter)))
        .add("ready", truth(waiter.ready))
        .text();
  });
}

}  // namespace common
