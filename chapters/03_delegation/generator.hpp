#pragma once

#include <concepts>
#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "02_generator/generator.hpp"
#include "03_delegation/frame.hpp"

namespace ch03 {

using ch02::None;
using ch02::State;

/// A generator that can hand its driver on: while it awaits another one, next, send and
/// throw_ go straight to the innermost. Python's generator with yield from.
template <class Yield, class Send = None, class Return = void>
class Generator {
 public:
  struct promise_type : Frame<Yield, Send>, ch02::Returned<Return> {
    using Handle = std::coroutine_handle<promise_type>;
    promise_type() : Frame<Yield, Send>(Handle::from_promise(*this)) {}
    Generator get_return_object() { return Generator(this); }
  };

  Generator(Generator&& other) noexcept { *this = std::move(other); }
  Generator& operator=(Generator&& other) noexcept {
    if (this != &other) {
      close();
      frame_ = std::exchange(other.frame_, nullptr);
      if (frame_) frame_->owner = &frame_;
    }
    return *this;
  }
  ~Generator() { close(); }

  /// Resumes the innermost body; gives what it yielded to the driver of the outermost;
  /// nullopt if the body of this generator has returned. Python's next(generator).
  std::optional<Yield> next() { return resume(Send{}); }

  /// Does as next(), and the co_yield that the innermost body stands at gives `value`.
  /// A generator that has not started stands at none: std::logic_error (Python's
  /// TypeError), unless Send is None.
  std::optional<Yield> send(Send value) {
    if (!std::is_same_v<Send, None> && state() == State::created)
      throw std::logic_error("can't send a value to a generator that has not started");
    return resume(std::move(value));
  }

  /// Raises `error` at the co_yield that the innermost body stands at. Python's
  /// generator.throw.
  std::optional<Yield> throw_(std::exception_ptr error) {
    if (!error) throw std::invalid_argument("throw_ takes an exception");
    if (state() == State::created) close();
    if (state() == State::closed) std::rethrow_exception(error);
    check_driver();
    frame_->thrown = std::move(error);
    return resume(Send{});
  }

  /// Ends the body where it stands, and before it, innermost first, those it awaits: no
  /// more of them runs but their destructors. Python's generator.close.
  void close() {
    if (!frame_) return;
    if (!frame_->done()) check_driver();
    frame_->state = State::running;
    Frame<Yield, Send>* innermost = frame_->leaf;
    while (frame_) std::exchange(innermost, innermost->parent)->destroy();
  }

  /// What the body returned, once; std::logic_error if there is nothing (any more).
  /// Python's StopIteration.value.
  Return result() {
    if (!frame_) throw std::logic_error("generator has no result");
    return static_cast<promise_type*>(frame_)->take();
  }

  /// Where the generator stands: inspect.getgeneratorstate.
  State state() const {
    if (!frame_ || frame_->done()) return State::closed;
    return frame_->outermost().state;
  }

  /// Called by the compiler for `co_await generator`: Python's yield from. A generator
  /// that has ended, is running or is awaited by another is a std::logic_error.
  bool await_ready() {
    if (!frame_ || frame_->state == State::closed)
      throw std::logic_error("can't await a generator that has ended");
    check_driver();
    return false;
  }
  template <std::derived_from<Frame<Yield, Send>> Promise>
  void await_suspend(std::coroutine_handle<Promise> awaiting) {
    frame_->delegate_from(awaiting.promise());
  }
  Return await_resume() {
    if (frame_) frame_->rethrow();  // or it has moved away from its awaiter
    return result();
  }

 private:
  explicit Generator(promise_type* frame) : frame_(frame) { frame_->owner = &frame_; }

  /// A generator has one driver, and that one is not inside it.
  void check_driver() const {
    if (frame_->state != State::running) return;
    throw std::logic_error(frame_->parent ? "generator is being awaited already"
                                          : "generator already executing");
  }

  std::optional<Yield> resume(Send value) {
    if (!frame_ || frame_->state == State::closed) return std::nullopt;
    check_driver();
    frame_->sent = std::move(value);
    return frame_->drive();
  }

  Frame<Yield, Send>* frame_ = nullptr;
};

}  // namespace ch03
