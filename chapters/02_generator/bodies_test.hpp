#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "02_generator/none.hpp"

/// The bodies that the contract is tried on.
namespace ch02::contract {

/// Writes its name into a log when it goes: what Python's finally would do.
class Farewell {
 public:
  Farewell(std::string& log, std::string name) : log_(log), name_(std::move(name)) {}
  Farewell(const Farewell&) = delete;
  ~Farewell() { log_ += name_ + " "; }

 private:
  std::string& log_;
  std::string name_;
};

/// Cannot be copied without an exception.
struct Uncopyable {
  Uncopyable() = default;
  Uncopyable(const Uncopyable&) { throw std::runtime_error("no copy"); }
};

template <template <class, class, class> class Generator>
struct Bodies {
  using Numbers = Generator<int, None, void>;
  using Sum = Generator<int, int, int>;

  static Generator<int, std::string, std::string> echo(std::function<void()> call) {
    call();
    const std::string heard = co_yield 1;
    co_yield static_cast<int>(heard.size());
    co_return heard;
  }

  static Numbers count(int from, int to) {
    for (int number = from; number < to; ++number) co_yield number;
  }

  static Sum sum(int count) {
    int total = 0;
    for (int i = 0; i < count; ++i) {
      const int argument = co_yield total;
      total += argument;
    }
    co_return total;
  }

  static Generator<int, None, int> patient() {
    int caught = 0;
    while (caught < 2) {
      try {
        co_yield caught;
      } catch (const std::runtime_error&) {
        ++caught;
      }
    }
    co_return caught;
  }

  static Generator<std::unique_ptr<int>, std::unique_ptr<int>, std::unique_ptr<int>>
  pass() {
    std::unique_ptr<int> first = co_yield std::make_unique<int>(1);
    std::unique_ptr<int> second = co_yield std::move(first);
    co_return second;
  }

  static Numbers two_locals(std::string& log) {
    const Farewell first(log, "first");
    co_yield 1;
    const Farewell second(log, "second");
    co_yield 2;
    log += "body ";
  }

  static Numbers stubborn(std::string& log) {
    const Farewell farewell(log, "farewell");
    try {
      co_yield 1;
    } catch (...) {
      log += "caught ";
    }
    co_yield 2;
  }

  static Generator<std::string, None, void> repeat(std::string word) {
    while (true) co_yield word;
  }

  static Numbers takes(std::string, Uncopyable) { co_yield 1; }

  static Generator<const void*, None, void> where() {
    const int local = 0;
    while (true) co_yield &local;
  }

  static int failing() { throw std::runtime_error("no value"); }

  static Numbers yields_failing() {
    try {
      co_yield failing();
    } catch (const std::runtime_error&) {
    }
    co_yield 2;
    co_yield failing();
  }

  static Generator<Uncopyable, None, void> yields_uncopyable() {
    const Uncopyable value;
    try {
      co_yield value;
    } catch (const std::runtime_error&) {
      co_return;
    }
  }

  static Numbers calls(std::function<void()> call) {
    call();
    co_yield 1;
  }
};

}  // namespace ch02::contract
