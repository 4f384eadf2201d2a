// caught by: A name is there when the call that was given it is over
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "02_generator/generator.hpp"

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
  const auto greet = [times](std::string name) -> Generator<std::string> {
    for (int i = 0; i < times; ++i) {
      const std::string greeting = "hello " + name;
      co_yield greeting;
    }
  };
  return greet(std::move(name));
}

}  // namespace exercise
