#include <exception>
#include <stdexcept>
#include <string>

#include "02_generator/generator.hpp"
#include "show.hpp"

using ch02::Generator;
using namespace parity;

struct Interruption : std::runtime_error {
  using runtime_error::runtime_error;
};

struct Farewell : std::runtime_error {
  Farewell() : runtime_error("farewell") {}
};

Generator<std::string> patient() {
  while (true) {
    try {
      co_yield "waits";
    } catch (const Interruption& error) {
      print("caught", error.what());
    } catch (const Farewell&) {
      co_return;
    }
  }
}

template <class... Errors>
void visit(Errors... errors) {
  print("a new visit");
  auto waiting = patient();
  show([&] { return waiting.next(); });
  (show([&] { return waiting.throw_(std::make_exception_ptr(errors)); }), ...);
}

int main() {
  visit(Interruption("one"), Interruption("two"), Farewell());
  visit(Interruption("one"), std::runtime_error("enough"));
}
