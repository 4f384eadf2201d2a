// caught by: Each call of greetings has a name and a number of its own
#pragma once

#include <string>
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
  static const auto greet = [name, times]() -> Generator<std::string> {
    for (int i = 0; i < times; ++i) {
      const std::string greeting = "hello " + name;
      co_yield greeting;
    }
  };
  return greet();
}

}  // namespace exercise
