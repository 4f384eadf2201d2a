#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "common/fd.hpp"
#include "common/trace/lines.hpp"
#include "common/trace/printed.hpp"
#include "common/trace/step.hpp"

namespace common {

/// Keeps what is known of the traced coroutines, and writes a line for each step: the
/// machine behind Trace.
class Recorder {
 public:
  /// The one that watches this thread, if any.
  static std::shared_ptr<Recorder> current();
  static void set_current(std::shared_ptr<Recorder> recorder);

  explicit Recorder(const std::string& path);
  Recorder(const Recorder&) = delete;
  ~Recorder();

  /// Gives a new coroutine its place, and a number if its name is taken.
  std::size_t add(std::string name);
  /// The first of "name 1", "name 2" and so on that no coroutine has.
  std::string numbered(const std::string& name, int from = 1) const;

  /// A coroutine is resumed; the step ends with suspended or ended.
  void resumed(std::size_t index, const std::string& call);
  /// What runs from now on to the end of the step is the trace's own.
  void look_away() { keep_lines_in(nullptr); }
  void suspended(const std::string& yielded, const ch04::Event* event,
                 std::vector<const void*> frames);
  void ended(const std::string& how, std::optional<std::string> error = {});

  /// True while a coroutine runs: the kernel is asked by it then, and else by the loop.
  bool in_a_step() const { return !running_.empty(); }
  /// The kernel is asked, and answers. What the loop asks is a step of its own.
  void asks();
  void answers(Call call);

 private:
  struct Running {
    Running(Step step, std::size_t index) : step(std::move(step)), index(index) {}

    Step step;
    std::size_t index;  // of the coroutine, if it is one's
    std::pair<const ch04::Event*, std::size_t> passed_on;  // by whom it awaits
  };

  bool is_known(const std::string& name) const;
  void begin(Step step, std::size_t index = 0);
  void finish();
  void main_did_something(const Places& before);
  void write(const Step& step);

  const std::thread::id thread_ = std::this_thread::get_id();
  const Clock::time_point start_ = Clock::now();
  Fd file_;
  Printed printed_;
  std::vector<Known> coroutines_;
  std::vector<Running> running_;  // the innermost last
  Places places_;                 // since somebody last looked
  std::size_t steps_ = 0, shown_ = 0, turns_ = 0;
};

}  // namespace common
