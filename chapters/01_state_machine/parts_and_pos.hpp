#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace ch01 {

/// The guess in the question: an async function is split at its awaits into parts, and
/// an object remembers which part comes next.
class PartsAndPos {
 public:
  explicit PartsAndPos(std::string name) : name_(std::move(name)) {}

  /// Runs the next part.
  void operator()() { (this->*parts_[pos_++])(); }

  /// True once every part has run.
  bool done() const { return pos_ == parts_.size(); }

 private:
  void before() { std::cout << "before " << name_ << "\n"; }
  void after() { std::cout << "after " << name_ << "\n"; }

  std::string name_;
  std::array<void (PartsAndPos::*)(), 2> parts_ = {&PartsAndPos::before,
                                                   &PartsAndPos::after};
  std::size_t pos_ = 0;
};

/// The guess at asyncio.gather: runs a part of one of those that are not done, until
/// all are; `choice(n)` says which of n, from 0.
inline void gather(std::vector<PartsAndPos> coros,
                   const std::function<std::size_t(std::size_t)>& choice) {
  while (!coros.empty()) {
    const std::size_t chosen = choice(coros.size());
    coros[chosen]();
    if (coros[chosen].done()) coros.erase(coros.begin() + static_cast<long>(chosen));
  }
}

}  // namespace ch01
