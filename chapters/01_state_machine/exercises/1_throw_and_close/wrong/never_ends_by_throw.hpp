// caught by: A body that returns at what is thrown in has ended as by any return
#pragma once

#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "01_state_machine/state.hpp"

namespace exercise {

using ch01::State;

/// A generator written by hand; what it does from one yield to the next is its step().
template <class Yield, class Send, class Return>
class Machine {
 public:
  virtual ~Machine() = default;

  /// Runs to the next yield and gives what was yielded; nullopt if the body returned.
  std::optional<Yield> next() { return resume(Send{}); }

  /// Does as next(), and the yield that the body stands at gives `value`.
  std::optional<Yield> send(Send value) {
    if (state_ == State::created)
      throw std::logic_error("can't send a value to a generator that has not started");
    return resume(std::move(value));
  }

  /// Raises `error` at the yield that the body stands at.
  std::optional<Yield> throw_(std::exception_ptr error) {
    check_not_running();
    if (state_ == State::created) close();
    if (state_ == State::closed) std::rethrow_exception(error);
    thrown_ = std::move(error);
    state_ = State::running;
    try {
      const std::optional<Yield> yielded = step();
      state_ = State::suspended;
      return yielded;
    } catch (...) {
      state_ = State::closed;
      throw;
    }
  }

  /// Ends the body where it stands, and drops what it returned.
  void close() {
    check_not_running();
    if (state_ == State::suspended) unwind();
    state_ = State::closed;
    returned_.reset();
  }

  /// What the body returned, once; std::logic_error if there is nothing (any more).
  Return result() {
    if (!returned_) throw std::logic_error("generator has no result");
    return *std::exchange(returned_, std::nullopt);
  }

  /// Where the generator stands.
  State state() const { return state_; }

 protected:
  /// Runs to the next yield; nullopt if the body returned.
  virtual std::optional<Yield> step() = 0;

  /// The value of the yield expression that the body resumes from.
  Send received() {
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    return std::move(sent_);
  }

  /// Lets go of what the body holds where it stands.
  virtual void unwind() {}

  /// Says what the body returns.
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

}  // namespace exercise
