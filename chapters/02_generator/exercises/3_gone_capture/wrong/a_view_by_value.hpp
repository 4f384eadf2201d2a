// caught by: Lines that were made for the call are there when they are asked for
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "02_generator/generator.hpp"

namespace exercise {

using ch02::Generator;

/// Gives each line with its number before it.
inline Generator<std::string> numbered(std::span<const std::string> lines) {
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
