#include <string>

#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "show.hpp"

using ch03::Farewell;
using ch03::Generator;
using namespace parity;

using Names = Generator<std::string>;

Names leaf() {
  const Farewell first("leaf, first"), second("leaf, second");
  co_yield "leaf";
}

Names branch() {
  const Farewell farewell("branch");
  co_await leaf();
}

Names root() {
  const Farewell farewell("root");
  co_yield "root";
  co_await branch();
  co_yield "root again";
}

int main() {
  for (int steps = 0; steps < 4; ++steps) {
    print("after", steps, "steps");
    Names chain = root();
    for (int i = 0; i < steps; ++i) show([&] { return chain.next(); });
    chain.close();
    show([&] { return chain.next(); });
  }
}
