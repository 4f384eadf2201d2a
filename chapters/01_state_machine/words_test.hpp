#pragma once

#include <cxxabi.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <typeinfo>

#include "01_state_machine/state.hpp"

namespace ch01 {

/// What `call` raises, type and message: "std::logic_error: generator has no result".
template <class Call>
std::string raised(Call call) {
  try {
    call();
  } catch (const std::exception& error) {
    const std::unique_ptr<char, void (*)(void*)> type(
        abi::__cxa_demangle(typeid(error).name(), nullptr, nullptr, nullptr),
        std::free);
    return std::string(type.get()) + ": " + error.what();
  }
  return "nothing";
}

/// What `call` prints.
template <class Call>
std::string printed(Call call) {
  std::ostringstream text;
  const std::unique_ptr<std::streambuf, void (*)(std::streambuf*)> restored(
      std::cout.rdbuf(text.rdbuf()), [](std::streambuf* own) { std::cout.rdbuf(own); });
  call();
  return text.str();
}

/// The exception that a test throws in.
inline std::exception_ptr error(const char* message) {
  return std::make_exception_ptr(std::runtime_error(message));
}

/// How a failed check shows a state.
inline doctest::String toString(State state) { return name(state); }

}  // namespace ch01

/// How a failed check shows what next, send and throw_ gave.
template <class Value>
struct doctest::StringMaker<std::optional<Value>> {
  static String convert(const std::optional<Value>& value) {
    return value ? doctest::toString(*value) : String("nullopt");
  }
};
