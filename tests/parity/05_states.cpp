#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

const char* state(const Generator<int>& generator) { return name(generator.state()); }

struct Pair;
Generator<int> inner(Pair* pair);
Generator<int> outer(Pair* pair);

struct Pair {
  Generator<int> innermost = inner(this), outermost = outer(this);
};

Generator<int> inner(Pair* pair) {
  print("inner, from inside:", state(pair->innermost));
  print("outer, from inside:", state(pair->outermost));
  co_yield 1;
}

Generator<int> outer(Pair* pair) {
  print("outer, before inner runs:", state(pair->outermost), state(pair->innermost));
  co_await pair->innermost;
  print("outer, after inner has run:", state(pair->outermost), state(pair->innermost));
  co_yield 2;
}

int main() {
  Pair pair;
  print(state(pair.outermost), state(pair.innermost));
  while (pair.outermost.next()) print(state(pair.outermost), state(pair.innermost));
  print(state(pair.outermost), state(pair.innermost));
}
