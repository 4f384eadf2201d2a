#include <stdexcept>
#include <string>

#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "show.hpp"

using ch03::Farewell;
using ch03::Generator;
using namespace parity;

using Names = Generator<std::string>;

Names bottom() {
  const Farewell farewell("bottom");
  co_yield "bottom";
  throw std::runtime_error("bottom broke");
}

Names middle() {
  try {
    const Farewell farewell("middle");
    co_await bottom();
  } catch (const std::exception& error) {
    throw std::runtime_error(std::string("middle broke, for ") + error.what());
  }
}

Names top() {
  for (int i = 0; i < 2; ++i) {
    bool caught = false;
    try {
      co_await middle();
    } catch (const std::exception& error) {
      print("caught:", error.what());
      caught = true;
    }
    if (caught) co_yield "top goes on";
  }
  throw std::runtime_error("top broke");
}

int main() {
  Names chain = top();
  for (int i = 0; i < 6; ++i) show([&] { return chain.next(); });
}
