#include <optional>
#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

using Word = std::optional<std::string>;
using Listener = Generator<std::string, Word, std::string>;

Listener listen() {
  Word heard = co_yield "one";
  print("hears", heard.value_or("None"));
  heard = co_yield "two";
  print("hears", heard.value_or("None"));
  co_return "enough";
}

Generator<std::string, Word> chain(Listener* listening) {
  print("the chain begins");
  const std::string returned = co_await *listening;
  print("returned", returned);
}

int main() {
  Listener listening = listen();
  show([&] { return listening.next(); });
  auto chained = chain(&listening);
  show([&] { return chained.next(); });
  show([&] { return chained.send("a word"); });
}
