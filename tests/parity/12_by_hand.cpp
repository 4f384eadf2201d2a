#include <exception>
#include <stdexcept>

#include "01_state_machine/conversation.hpp"
#include "01_state_machine/delegation.hpp"
#include "show.hpp"

using ch01::Conversation;
using ch01::Outer;
using namespace parity;

template <class Machine>
void end_early() {
  print("thrown");
  Machine talk;
  talk.next();
  talk.send("so far");
  const auto error = std::make_exception_ptr(std::runtime_error("enough"));
  show([&] { return talk.throw_(error); });
  print(name(talk.state()));
  print("closed");
  Machine another;
  show([&] { return another.send("too early"); });
  another.next();
  another.send("so far");
  another.close();
  print(name(another.state()));
  show([&] { return another.next(); });
}

int main() {
  print("to the end");
  Conversation talk;
  show([&] { return talk.next(); });
  show([&] { return talk.send("hello"); });
  show([&] { return talk.next(); });
  if (!talk.next()) print("returned", talk.result());
  print(name(talk.state()));

  print("delegated");
  Outer chain;
  show([&] { return chain.next(); });
  show([&] { return chain.next(); });
  show([&] { return chain.send("abc"); });
  show([&] { return chain.next(); });

  end_early<Conversation>();
  end_early<Outer>();
}
