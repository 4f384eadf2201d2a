#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

template <class Value>
Generator<Value, Value, Value> cofoo(Value bar) {
  Value qux = co_yield bar;
  co_return qux;
}

Generator<std::string, std::string> wrap() {
  co_yield "before";
  auto inner = cofoo<std::string>("bar");
  const std::string qux = co_await inner;
  print("cofoo returned", qux);
  co_yield "after";
}

int main() {
  auto alone = cofoo(3);
  print(*alone.next());
  if (!alone.send(4)) print("returned", alone.result());

  auto wrapped = wrap();
  show([&] { return wrapped.next(); });
  show([&] { return wrapped.next(); });
  show([&] { return wrapped.send("qux"); });
  show([&] { return wrapped.next(); });
}
