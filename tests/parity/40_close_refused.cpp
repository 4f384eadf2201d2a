#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "show.hpp"

using ch03::Farewell;
using ch03::Generator;
using namespace parity;

Generator<int> catches() {
  const Farewell farewell("catches");
  try {
    co_yield 1;
  } catch (...) {
    print("close is caught");
  }
}

Generator<int> refuses() {
  const Farewell farewell("refuses");
  bool caught = false;
  try {
    co_yield 1;
  } catch (...) {
    print("close is refused");
    caught = true;
  }
  if (caught) co_yield 2;
}

int main() {
  for (auto body : {catches, refuses}) {
    auto generator = body();
    show([&] { return generator.next(); });
    show([&] { generator.close(); });
    print(name(generator.state()));
    show([&] { return generator.next(); });
  }
}
