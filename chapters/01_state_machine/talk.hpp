#pragma once

#include <exception>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "01_state_machine/state.hpp"

namespace ch01 {

/// Prints a line: a call, what it gave, and where the generator stands after it.
template <class Generator>
void show(const std::string& call, std::optional<int> yielded,
          const Generator& generator) {
  std::cout << call << " -> " << (yielded ? std::to_string(*yielded) : "returned")
            << "  " << name(generator.state()) << "\n";
}

/// Asks a conversation for all that it has, and answers once.
template <class Generator>
void talk(Generator conversation) {
  std::cout << "created  " << name(conversation.state()) << "\n";
  show("next()", conversation.next(), conversation);
  show("send(\"abc\")", conversation.send("abc"), conversation);
  show("next()", conversation.next(), conversation);
  show("next()", conversation.next(), conversation);
  std::cout << "result() -> " << conversation.result() << "\n";
}

/// Raises an exception in the middle of a conversation that does not expect one.
template <class Generator>
void interrupt(Generator conversation) {
  show("next()", conversation.next(), conversation);
  try {
    conversation.throw_(std::make_exception_ptr(std::runtime_error("enough")));
  } catch (const std::runtime_error& error) {
    std::cout << "throw_() -> raised " << error.what() << "  "
              << name(conversation.state()) << "\n";
  }
}

/// Ends a conversation in the middle.
template <class Generator>
void leave(Generator conversation) {
  show("next()", conversation.next(), conversation);
  conversation.close();
  std::cout << "close()  " << name(conversation.state()) << "\n";
  show("next()", conversation.next(), conversation);
}

}  // namespace ch01
