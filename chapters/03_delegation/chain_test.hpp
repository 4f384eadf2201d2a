#pragma once

#include <coroutine>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "02_generator/bodies_test.hpp"
#include "03_delegation/generator.hpp"

/// The generators that chapter 03's tests make chains of.
namespace ch03::chain {

using ch02::contract::Farewell;
using Numbers = Generator<int, None, int>;
using Pointer = std::unique_ptr<int>;
using Pointers = Generator<Pointer, Pointer, Pointer>;

/// Yields 1 and 2 and returns 3.
inline Numbers three() {
  co_yield 1;
  co_yield 2;
  co_return 3;
}

/// Yields 1, and -1 if an exception is thrown in there; returns 3.
inline Numbers patient() {
  bool caught = false;
  try {
    co_yield 1;
  } catch (const std::runtime_error&) {
    caught = true;
  }
  if (caught) co_yield -1;
  co_return 3;
}

/// Does all of `inner`, and returns one more than that returns.
inline Numbers plus_one(Numbers inner) {
  const int value = co_await inner;
  co_return value + 1;
}

/// Does all of `inner`, and keeps what that returns to itself.
inline Numbers drop(Numbers inner) {
  co_await inner;
  co_return 0;
}

/// Does all of a generator that lives elsewhere.
inline Numbers borrow(Numbers* inner) {
  const int value = co_await *inner;
  co_return value;
}

/// Notes what to await `inner` raises; then yields 1 and returns 3.
inline Numbers complain(Numbers* inner, std::string& complaint) {
  complaint = "nothing";
  try {
    co_await *inner;
  } catch (const std::exception& error) {
    complaint = error.what();
  }
  co_yield 1;
  co_return 3;
}

/// Makes a call and yields 1; makes it again and returns 3.
inline Numbers call(std::function<void()> function) {
  function();
  co_yield 1;
  function();
  co_return 3;
}

/// Makes a call and returns: it never suspends.
inline Numbers call_at_once(std::function<void()> function) {
  function();
  co_return 3;
}

/// Awaits `count` generators that never suspend, and only then yields their sum.
inline Numbers never_suspend(int count, std::function<void()> function) {
  int sum = 0;
  for (int i = 0; i < count; ++i) {
    const int value = co_await call_at_once(function);
    sum += value;
  }
  co_yield sum;
  co_return 3;
}

/// A chain of `depth` generators, the innermost of which yields 1; each returns one
/// more than the one that it awaits.
inline Numbers deep(int depth) {
  if (depth == 0) {
    co_yield 1;
    co_return 0;
  }
  const int value = co_await deep(depth - 1);
  co_return value + 1;
}

/// Where the caller's stack ends.
[[gnu::noinline]] inline std::uintptr_t stack() {
  return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
}

/// Where the stack of a body ends; counts how many of its kind are made.
struct Depth {
  explicit Depth(std::uintptr_t stack = 0) : stack(stack) { ++made; }
  Depth(const Depth& other) : stack(other.stack) { ++made; }
  Depth& operator=(const Depth&) = default;

  inline static int made = 0;
  std::uintptr_t stack;
};

/// A chain of `depth` generators, the innermost of which says for ever how deep the
/// stack is.
inline Generator<Depth, Depth> sound(int depth) {
  if (depth > 0) co_await sound(depth - 1);
  while (true) co_yield Depth(stack());
}

/// Awaits what is no generator.
inline Numbers astray(std::string& log) {
  const Farewell farewell(log, "astray");
  co_await std::suspend_always{};
  log += "resumed ";
  co_return 3;
}

/// Awaits the one that is astray.
inline Numbers led_astray(std::string& log) {
  const Farewell farewell(log, "led");
  const int value = co_await astray(log);
  co_return value;
}

/// Yields with a local on both sides of it.
inline Numbers innermost(std::string& log) {
  const Farewell first(log, "innermost-1");
  const Farewell second(log, "innermost-2");
  co_yield 1;
  co_return 3;
}

/// Names the generator that it awaits, and has a local after it.
inline Numbers between(std::string& log) {
  const Farewell before(log, "before");
  Numbers inner = innermost(log);
  const Farewell after(log, "after");
  const int value = co_await inner;
  co_return value;
}

/// Awaits a generator that has no name.
inline Numbers outermost(std::string& log) {
  const Farewell farewell(log, "outermost");
  const int value = co_await between(log);
  co_return value;
}

/// Passes a pointer out, in and out again.
inline Pointers pass() {
  Pointer sent = co_yield std::make_unique<int>(1);
  co_return sent;
}

/// Does all of pass().
inline Pointers pass_through() {
  Pointer returned = co_await pass();
  co_return returned;
}

/// Awaits a generator that cannot be made.
inline Numbers unmade(std::string& complaint) {
  const ch02::contract::Uncopyable value;
  try {
    co_await ch02::contract::Bodies<Generator>::takes("a word for the heap to hold",
                                                      value);
  } catch (const std::exception& error) {
    complaint = error.what();
  }
  co_yield 1;
  co_return 3;
}

}  // namespace ch03::chain
