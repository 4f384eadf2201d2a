#pragma once

#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>

#include "01_state_machine/talk.hpp"
#include "03_delegation/generator.hpp"

namespace ch03 {

/// Asks the outermost for all that it has, and answers once.
inline void values(Generator<int, std::string> generator) {
  std::cout << "Values go down, answers go up, a return value comes back\n";
  ch01::show("next()", generator.next(), generator);
  ch01::show("next()", generator.next(), generator);
  ch01::show("send(\"abc\")", generator.send("abc"), generator);
  ch01::show("next()", generator.next(), generator);
}

/// Raises an exception while the innermost is suspended.
inline void exceptions(Generator<int, std::string> generator) {
  std::cout
      << "\nAn exception goes in at the innermost and comes out by every caller\n";
  generator.next();
  generator.next();
  const auto error = std::make_exception_ptr(std::runtime_error("enough"));
  ch01::show("throw_()", generator.throw_(error), generator);
}

/// Ends the outermost while the innermost is suspended.
inline void closing(Generator<int, std::string> generator) {
  std::cout << "\nclose() unwinds the innermost first\n";
  generator.next();
  generator.next();
  generator.close();
}

}  // namespace ch03
