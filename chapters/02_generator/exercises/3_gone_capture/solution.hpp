#pragma once

#include <string>
#include <utility>
#include <vector>

#include "02_generator/generator.hpp"

// What was wrong: the frame of numbered() held a reference, and not the lines; that of
// greet() held a pointer to the lambda, in which the captures are, and the lambda went
// when greetings() returned.
//
// Alternatives: greetings() needs no lambda at all; it can be the coroutine itself, as
// numbered() is. Where a function object with captures must be a coroutine, whoever
// makes it must keep it until the last resumption, in a member or on the heap.

namespace exercise {

using ch02::Generator;

/// Gives each line with its number before it.
inline Generator<std::string> numbered(std::vector<std::string> lines) {
  int number = 0;
  for (const std::string& line : lines) {
    const std::string with_number = std::to_string(++number) + " " + line;
    co_yield with_number;
  }
}

/// Greets this name so many times.
inline Generator<std::string> greetings(std::string name, int times) {
  const auto greet = [](std::string name, int times) -> Generator<std::string> {
    for (int i = 0; i < times; ++i) {
      const std::string greeting = "hello " + name;
      co_yield greeting;
    }
  };
  return greet(std::move(name), times);
}

}  // namespace exercise
