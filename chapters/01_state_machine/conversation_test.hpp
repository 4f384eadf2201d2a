#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "01_state_machine/state.hpp"
#include "01_state_machine/words_test.hpp"

namespace ch01 {

/// Holds a conversation, whoever wrote its switch: `make` gives it, created.
template <class Make>
void hold_conversation(Make make) {
  auto conversation = make();
  CHECK(conversation.next() == 1);
  std::optional<int> second;
  CHECK(printed([&] { second = conversation.send("hello"); }) == "hello\n");
  CHECK(second == 2);
  CHECK(conversation.next() == 3);
  CHECK(conversation.next() == std::nullopt);
  CHECK(conversation.state() == State::closed);
  CHECK(conversation.result() == "abc");
}

}  // namespace ch01
