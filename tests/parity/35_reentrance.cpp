#include <exception>
#include <stdexcept>
#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using ch03::None;
using namespace parity;

using Names = Generator<std::string>;

struct Pair;
Names inner(Pair* pair);
Names outer(Pair* pair);

struct Pair {
  Names innermost = inner(this), outermost = outer(this);
};

void drive(Names& generator) {
  show([&] { return generator.next(); });
  show([&] { return generator.send(None{}); });
  const auto error = std::make_exception_ptr(std::runtime_error("stop"));
  show([&] { return generator.throw_(error); });
  show([&] { generator.close(); });
}

Names inner(Pair* pair) {
  print("inner drives itself");
  drive(pair->innermost);
  print("inner drives outer");
  drive(pair->outermost);
  co_yield "inner goes on";
}

Names outer(Pair* pair) {
  print("outer drives itself");
  drive(pair->outermost);
  co_await pair->innermost;
  co_yield "outer goes on";
}

int main() {
  Pair pair;
  for (int i = 0; i < 3; ++i) show([&] { return pair.outermost.next(); });
}
