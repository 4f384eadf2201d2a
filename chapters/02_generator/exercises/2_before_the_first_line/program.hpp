#pragma once

#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "02_generator/generator.hpp"

namespace exercise {

using ch02::Generator;

/// Says when it goes.
class Visitor {
 public:
  explicit Visitor(std::string name) : name_(std::move(name)) {}
  Visitor(const Visitor&) = delete;
  ~Visitor() { std::cout << name_ << " goes\n"; }
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

using Guest = std::unique_ptr<Visitor>;

inline Generator<int> visit(Guest guest) {
  std::cout << "the door opens for " << guest->name() << "\n";
  const Visitor first("first");
  co_yield 1;
  const Visitor second("second");
  co_yield 2;
  std::cout << "the door closes\n";
}

/// The call, and no more than that.
inline Generator<int> called() { return visit(std::make_unique<Visitor>("guest")); }

/// A generator that has been asked so many times.
inline Generator<int> asked(int times) {
  Generator<int> generator = called();
  for (int i = 0; i < times; ++i) generator.next();
  return generator;
}

}  // namespace exercise
