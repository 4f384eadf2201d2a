#include "common/trace/recorder.hpp"

#include <fcntl.h>

#include <algorithm>
#include <filesystem>

#include "common/trace/json.hpp"

namespace common {

namespace {

std::shared_ptr<Recorder>& the_one() {
  static std::shared_ptr<Recorder> recorder;
  return recorder;
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
  if (is_known(name)) name = numbered(name, 2);
  coroutines_.push_back(Known(std::move(name)));
  return coroutines_.size() - 1;
}

std::string Recorder::numbered(const std::string& name, int from) const {
  const std::string candidate = name + " " + std::to_string(from);
  return is_known(candidate) ? numbered(name, from + 1) : candidate;
}

bool Recorder::is_known(const std::string& name) const {
  return std::ranges::find(coroutines_, name, &Known::name) != coroutines_.end();
}

void Recorder::resumed(std::size_t index, const std::string& call) {
  const std::string name = coroutines_[index].name;
  begin(Step("coroutine", name), index);
  running_.back().step.call = call;
  coroutines_[index] = Known(name);
  coroutines_[index].state = "running";
}

void Recorder::suspended(const std::string& yielded, const ch04::Event* event,
                         std::vector<const void*> frames) {
  const auto [passed_on, by] = running_.back().passed_on;
  const std::size_t index = running_.back().index;
  Known& coroutine = coroutines_[index];
  coroutine.state = "suspended";
  coroutine.yielded = running_.back().step.yielded = yielded;
  coroutine.frames = std::move(frames);
  coroutine.turn = ++turns_;
  if (event && event == passed_on)
    coroutine.through = coroutines_[by].name;
  else
    coroutine.waiting = waiting(event);
  finish();
  if (in_a_step()) running_.back().passed_on = {event, index};
}

void Recorder::ended(const std::string& how, std::optional<std::string> error) {
  coroutines_[running_.back().index].state = how;
  running_.back().step.ended = how;
  running_.back().step.error = std::move(error);
  finish();
}

void Recorder::asks() {
  if (!in_a_step()) begin(Step("kernel", "kernel"));
}

void Recorder::answers(Call call) {
  for (Known& coroutine : coroutines_)
    if (is_in(call.readable, coroutine.waiting.reads) ||
        is_in(call.writeable, coroutine.waiting.writes))
      coroutine.ready = true;
  Step& step = running_.back().step;
  step.calls.push_back(std::move(call));
  if (step.kind == "kernel") finish();
}

/// Begins a step, after what came before it has been written, or has gone to the step
/// that this one is inside of.
void Recorder::begin(Step step, std::size_t index) {
  look_away();
  Places before = std::exchange(places_, {});
  if (in_a_step()) {
    append(running_.back().step.lines, before);
    running_.back().step.printed += printed_.take();
  } else {
    main_did_something(before);
    step.loop = std::move(before);
  }
  running_.push_back(Running(std::move(step), index));
  keep_lines_in(&places_);
}

void Recorder::finish() {
  look_away();
  Step step = std::move(running_.back().step);
  running_.pop_back();
  append(step.lines, std::exchange(places_, {}));
  step.printed += printed_.take();
  write(step);
  keep_lines_in(&places_);
}

/// What is printed between the steps, and who is made there, is a step of main's.
void Recorder::main_did_something(const Places& before) {
  Step step("main", "main");
  step.printed = printed_.take();
  if (step.printed.empty() && shown_ == coroutines_.size()) return;
  step.lines = before;
  write(step);
}

void Recorder::write(const Step& step) {
  shown_ = coroutines_.size();
  write_all(file_.get(), line(++steps_, step, coroutines_, start_) + "\n");
}

}  // namespace common
