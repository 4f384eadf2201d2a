#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

using Questions = Generator<std::string, std::string>;

Questions inner() {
  std::string answer = co_yield "inner asks";
  print("inner hears", answer);
  answer = co_yield "inner asks again";
  print("inner hears", answer);
}

Questions middle() {
  co_await inner();
  const std::string answer = co_yield "middle asks";
  print("middle hears", answer);
}

Questions outer() {
  co_await middle();
  const std::string answer = co_yield "outer asks";
  print("outer hears", answer);
}

int main() {
  Questions asking = outer();
  show([&] { return asking.next(); });
  for (const std::string answer : {"one", "two", "three", "four"})
    show([&] { return asking.send(answer); });
}
