#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using ch03::None;
using namespace parity;

Generator<std::string, std::string> listen() {
  const std::string heard = co_yield "ready";
  co_yield "heard " + heard;
}

Generator<int> count() { co_yield 1; }

int main() {
  auto listening = listen();
  show([&] { return listening.send("too early"); });
  show([&] { return listening.next(); });
  show([&] { return listening.send("in time"); });

  auto counting = count();
  show([&] { return counting.send(None{}); });
}
