#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "01_state_machine/state.hpp"
#include "02_generator/none.hpp"
#include "02_generator/raise.hpp"
#include "02_generator/returned.hpp"

namespace ch02 {

using ch01::State;

/// A function that can stop at a co_yield and go on from there; the compiler writes the
/// switch. Python's generator, with its four calls and its four states.
template <class Yield, class Send = None, class Return = void>
class Generator {
 public:
  struct promise_type;
  using Handle = std::coroutine_handle<promise_type>;

  /// What `co_yield value` waits with: it always stops and shows the value to the
  /// driver; on being resumed it gives what was sent, or raises what was thrown in.
  class Yielded {
   public:
    Yielded(promise_type& promise, Yield value)
        : promise_(promise), value_(std::move(value)) {}
    bool await_ready() noexcept { return false; }
    void await_suspend(Handle) noexcept { promise_.yielded = &value_; }
    Send await_resume() {
      if (promise_.thrown) raise(promise_.thrown);
      return std::move(promise_.sent);
    }

   private:
    promise_type& promise_;
    Yield value_;
  };

  /// What lies in the frame beside the body's own variables: the letter box between the
  /// body and whoever drives it.
  struct promise_type : Returned<Return> {
    Generator get_return_object() { return Generator(Handle::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void unhandled_exception() { failed = std::current_exception(); }
    void await_transform() = delete;  // this generator only yields; chapter 03's awaits
    Yielded yield_value(Yield value) { return Yielded(*this, std::move(value)); }

    State state = State::created;
    Yield* yielded = nullptr;
    Send sent{};
    std::exception_ptr thrown, failed;
  };

  Generator(Generator&& other) noexcept : frame_(std::exchange(other.frame_, {})) {}
  Generator& operator=(Generator other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~Generator() { close(); }

  /// Runs to the next co_yield and gives what was yielded; nullopt if the body has
  /// returned. Python's next(generator) and its StopIteration.
  std::optional<Yield> next() { return resume(Send{}); }

  /// Does as next(), and the co_yield that the body stands at gives `value`. A body
  /// that has not started stands at none: std::logic_error (Python's TypeError), unless
  /// Send is None.
  std::optional<Yield> send(Send value) {
    if (!std::is_same_v<Send, None> && state() == State::created)
      throw std::logic_error("can't send a value to a generator that has not started");
    return resume(std::move(value));
  }

  /// Raises `error` at the co_yield that the body stands at. Python's generator.throw.
  std::optional<Yield> throw_(std::exception_ptr error) {
    if (!error) throw std::invalid_argument("throw_ takes an exception");
    check_not_running();
    if (state() == State::created) close();
    if (state() == State::closed) std::rethrow_exception(error);
    frame_.promise().thrown = std::move(error);
    return resume(Send{});
  }

  /// Ends the body where it stands: no more of it runs but its destructors. Python's
  /// generator.close, which the body cannot refuse here.
  void close() {
    check_not_running();
    if (frame_) std::exchange(frame_, {}).destroy();
  }

  /// What the body returned, once; std::logic_error if there is nothing (any more).
  /// Python's StopIteration.value.
  Return result() {
    if (!frame_) throw std::logic_error("generator has no result");
    return frame_.promise().take();
  }

  /// Where the generator stands: inspect.getgeneratorstate.
  State state() const { return frame_ ? frame_.promise().state : State::closed; }

 private:
  explicit Generator(Handle frame) : frame_(frame) {}

  void check_not_running() const {
    if (state() == State::running)
      throw std::logic_error("generator already executing");
  }

  std::optional<Yield> resume(Send value) {
    check_not_running();
    if (state() == State::closed) return std::nullopt;
    const Handle body = frame_;  // while it runs, this generator may be moved from
    promise_type& promise = body.promise();
    promise.sent = std::move(value);
    promise.state = State::running;
    body.resume();
    promise.state = body.done() ? State::closed : State::suspended;
    if (promise.failed) raise(promise.failed);
    if (!promise.yielded) return std::nullopt;
    return std::move(*std::exchange(promise.yielded, nullptr));
  }

  Handle frame_;
};

}  // namespace ch02
