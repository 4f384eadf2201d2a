#pragma once

#include <concepts>
#include <optional>
#include <stdexcept>
#include <utility>

namespace ch02 {

/// The part of a promise that keeps what the body returns until somebody takes it.
template <class Return>
class Returned {
 public:
  /// Called by the compiler for `co_return value;`.
  template <std::convertible_to<Return> Value = Return>
  void return_value(Value&& value) {
    value_.emplace(std::forward<Value>(value));
  }

  /// Gives the value up, once; std::logic_error if there is none (any more). Python's
  /// StopIteration.value.
  Return take() {
    if (!value_) throw std::logic_error("generator has no result");
    Return value = std::move(*value_);
    value_.reset();
    return value;
  }

 private:
  std::optional<Return> value_;
};

/// The same for a body that returns nothing.
template <>
class Returned<void> {
 public:
  /// Called by the compiler for `co_return;` and at the end of the body.
  void return_void() { returned_ = true; }

  /// Says once that the body has returned; std::logic_error if it has not.
  void take() {
    if (!std::exchange(returned_, false))
      throw std::logic_error("generator has no result");
  }

 private:
  bool returned_ = false;
};

}  // namespace ch02
