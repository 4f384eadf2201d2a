#pragma once

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "01_state_machine/state.hpp"

namespace ch01 {

/// What every generator written by hand has in common: the four calls, the four states
/// and the return value. What it does from one yield to the next is its step().
template <class Yield, class Send, class Return>
class Machine {
 public:
  Machine() = default;
  Machine(const Machine&) = delete;  // two of them would share a conversation
  virtual ~Machine() = default;

  /// Runs to the next yield and gives what was yielded; nullopt if the body has
  /// returned. Python's next(generator) and its StopIteration.
  std::optional<Yield> next() { return resume(Send{}); }

  /// Does as next(), and the yield that the body stands at gives `value`. A generator
  /// that has not started stands at no yield: std::logic_error, Python's TypeError.
  std::optional<Yield> send(Send value) {
    if (state_ == State::created)
      throw std::logic_error("can't send a value to a generator that has not started");
    return resume(std::move(value));
  }

  /// Raises `error` at the yield that the body stands at. Python's generator.throw.
  std::optional<Yield> throw_(std::exception_ptr error) {
    if (!error) throw std::invalid_argument("throw_ takes an exception");
    check_not_running();
    if (state_ == State::created) close();
    if (state_ == State::closed) std::rethrow_exception(error);
    thrown_ = std::move(error);
    return resume(Send{});
  }

  /// Ends the body where it stands; no more of its code runs. Python's generator.close.
  void close() {
    check_not_running();
    if (state_ == State::suspended) unwind();
    state_ = State::closed;
    returned_.reset();
  }

  /// What the body returned, once; std::logic_error if there is nothing (any more).
  /// Python's StopIteration.value.
  Return result() {
    if (!returned_) throw std::logic_error("generator has no result");
    return *std::exchange(returned_, std::nullopt);
  }

  /// Where the generator stands: inspect.getgeneratorstate.
  State state() const { return state_; }

 protected:
  /// Runs from the position where the last step left off to the next yield; nullopt if
  /// the body returned. Where it goes on from a yield, it calls received() or
  /// pass_on().
  virtual std::optional<Yield> step() = 0;

  /// The value of the yield expression that the body resumes from, or the exception
  /// that was thrown in there.
  Send received() {
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    return std::move(sent_);
  }

  /// Passes on to another generator what was sent, or thrown in, to this one.
  template <class Other>
  std::optional<Yield> pass_on(Other& other) {
    if (thrown_) return other.throw_(std::exchange(thrown_, nullptr));
    return other.send(std::move(sent_));
  }

  /// Lets go of what the body holds where it stands, as close() wants it.
  virtual void unwind() {}

  /// Says what the body returns: the value of its return statement.
  void returns(Return value) { returned_ = std::move(value); }

 private:
  void check_not_running() const {
    if (state_ == State::running) throw std::logic_error("generator already executing");
  }

  std::optional<Yield> resume(Send value) {
    check_not_running();
    if (state_ == State::closed) return std::nullopt;
    sent_ = std::move(value);
    state_ = State::running;
    try {
      std::optional<Yield> yielded = step();
      state_ = yielded ? State::suspended : State::closed;
      return yielded;
    } catch (...) {
      state_ = State::closed;
      throw;
    }
  }

  State state_ = State::created;
  Send sent_{};
  std::exception_ptr thrown_;
  std::optional<Return> returned_;
};

}  // namespace ch01
