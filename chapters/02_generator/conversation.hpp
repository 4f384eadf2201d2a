#pragma once

#include <iostream>
#include <string>

#include "02_generator/generator.hpp"

namespace ch02 {

/// Chapter 01's Conversation, with the switch written by the compiler.
inline Generator<int, std::string, std::string> conversation() {
  const std::string answer = co_yield 1;
  std::cout << answer << "\n";
  co_yield 2;
  co_yield 3;
  co_return "abc";
}

}  // namespace ch02
