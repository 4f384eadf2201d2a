#include <optional>
#include <string>

#include "02_generator/generator.hpp"
#include "show.hpp"

using ch02::Generator;
using namespace parity;

using Word = std::optional<std::string>;  // what is sent; nullopt is Python's None

Generator<std::string, Word> listen() {
  Word heard = co_yield "ready";
  while (heard != "stop") heard = co_yield "heard " + heard.value_or("None");
  print("stops");
}

int main() {
  auto listening = listen();
  show([&] { return listening.next(); });
  show([&] { return listening.send("abc"); });
  show([&] { return listening.next(); });
  show([&] { return listening.send("def"); });
  show([&] { return listening.send("stop"); });
}
