#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "03_delegation/generator.hpp"
#include "04_async_sleep/event.hpp"

namespace common {

class Recorder;

/// Writes what traced coroutines do and what the kernel is asked, step by step, as JSON
/// lines, from its construction to its end. There is one at a time, for the thread that
/// made it. With ASYNC_TRACE=file in the environment there is one for the whole
/// program.
class Trace {
 public:
  explicit Trace(const std::string& path);
  Trace(const Trace&) = delete;
  ~Trace();
};

/// One coroutine's place in the trace. Without a trace nothing that it is told matters.
class Watched {
 public:
  Watched(std::string name, std::string spawned);

  /// A step begins, with this call of the driver.
  void resumed(const std::string& call);
  /// It ends: what was yielded is given to the driver, and these functions wait.
  void suspended(const std::string& yielded, std::vector<const void*> frames);
  void suspended(ch04::Event* event, std::vector<const void*> frames);
  /// It ends, and with it the coroutine: with a return, an exception, or by close().
  void returned();
  void failed(const std::exception_ptr& error);
  void closed();

 private:
  std::weak_ptr<Recorder> recorder_;
  std::size_t index_ = 0;
  std::string spawned_;
};

/// A value in words, as Python's repr() gives them.
template <class Value>
std::string in_words(const Value& value) {
  std::ostringstream text;
  if constexpr (std::convertible_to<Value, std::string>)
    text << '"' << value << '"';
  else if constexpr (requires { text << value; })
    text << value;
  else
    text << "a value";
  return text.str();
}

/// The functions that a generator has on its stack of frames, outermost first: each by
/// the address at which it is resumed. A generator is one pointer, to its frame.
template <class Yield, class Send, class Return>
std::vector<const void*> frames(const ch03::Generator<Yield, Send, Return>& generator) {
  using Frame = const ch03::Frame<Yield, Send>;
  static_assert(std::is_standard_layout_v<ch03::Generator<Yield, Send, Return>>);
  static_assert(sizeof generator == sizeof(Frame*));
  Frame* frame = *reinterpret_cast<Frame* const*>(&generator);
  std::vector<const void*> functions;
  for (frame = frame ? frame->leaf : nullptr; frame; frame = frame->parent)
    functions.push_back(*static_cast<const void* const*>(frame->handle.address()));
  std::ranges::reverse(functions);
  return functions;
}

/// A generator that is driven under watch.
template <class Yield, class Send, class Return>
class Driven {
 public:
  using Generator = ch03::Generator<Yield, Send, Return>;

  Driven(Watched watched, Generator generator)
      : watched_(std::move(watched)), generator_(std::move(generator)) {}
  Driven(Driven&&) = default;
  ~Driven() {
    if (generator_.state() == ch03::State::closed) return;
    watched_.resumed("close()");
    generator_.close();
    watched_.closed();
  }

  /// Makes the call that its own driver made, and tells the trace how it went.
  std::optional<Yield> step(const Send& sent, std::exception_ptr error) try {
    watched_.resumed(error ? "throw_()" : call(sent));
    std::optional<Yield> yielded;
    if (error)
      yielded = generator_.throw_(error);
    else if (generator_.state() == ch03::State::created)
      yielded = generator_.next();
    else
      yielded = generator_.send(sent);
    if (!yielded)
      watched_.returned();
    else if constexpr (std::convertible_to<Yield, ch04::Event*>)
      watched_.suspended(*yielded, frames(generator_));
    else
      watched_.suspended(in_words(*yielded), frames(generator_));
    return yielded;
  } catch (...) {
    watched_.failed(std::current_exception());
    throw;
  }

  /// What its body returned.
  Return result() { return generator_.result(); }

 private:
  /// next() sends Send{}: from inside the two are one.
  static std::string call(const Send& sent) {
    if constexpr (std::equality_comparable<Send>)
      if (!(sent == Send{})) return "send(" + in_words(sent) + ")";
    return "next()";
  }

  Watched watched_;
  Generator generator_;
};

/// Does what `driven` does, and passes on what goes in and out.
template <class Yield, class Send, class Return>
ch03::Generator<Yield, Send, Return> drive(Driven<Yield, Send, Return> driven) {
  Send sent{};
  std::exception_ptr error;
  while (std::optional<Yield> yielded = driven.step(sent, error)) {
    error = nullptr;
    try {
      Send answer = co_yield std::move(*yielded);
      sent = std::move(answer);
    } catch (...) {
      error = std::current_exception();
    }
  }
  co_return driven.result();
}

/// A coroutine that does what the given one does, and writes each step of it into the
/// trace under this name. What it spawns is traced too, as `spawned` 1, 2, 3.
template <class Yield, class Send, class Return>
ch03::Generator<Yield, Send, Return> traced(
    std::string name, ch03::Generator<Yield, Send, Return> generator,
    std::string spawned = "") {
  if (spawned.empty()) spawned = name + "'s";
  Watched watched(std::move(name), std::move(spawned));
  return drive(Driven<Yield, Send, Return>(std::move(watched), std::move(generator)));
}

}  // namespace common
