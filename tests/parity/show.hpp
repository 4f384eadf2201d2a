#pragma once

#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <type_traits>

namespace parity {

/// Prints its arguments with a space between them, and ends the line. Python's print.
template <class First, class... More>
void print(const First& first, const More&... more) {
  std::cout << first;
  ((std::cout << ' ' << more), ...);
  std::cout << '\n';
}

/// Says which error it is, in the words of show.py.
inline std::string wording(const std::exception& error) {
  if (const auto* system = dynamic_cast<const std::system_error*>(&error))
    return "error: system: " + system->code().message();
  if (dynamic_cast<const std::logic_error*>(&error)) return "error: logic";
  return std::string("raised ") + error.what();
}

/// Prints a value, or the end of a generator.
template <class Value>
void print_step(const std::optional<Value>& value) {
  if (value)
    print(*value);
  else
    print("the end");
}

/// Prints what a call gives: a value, the end of a generator or an error.
template <class Call>
void show(Call call) {
  try {
    if constexpr (std::is_void_v<decltype(call())>)
      call();
    else
      print_step(call());
  } catch (const std::exception& error) {
    print(wording(error));
  }
}

}  // namespace parity
