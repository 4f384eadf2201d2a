#include <exception>
#include <stdexcept>
#include <string>

#include "03_delegation/generator.hpp"
#include "show.hpp"

using ch03::Generator;
using namespace parity;

using Names = Generator<std::string, std::string>;

Names body(bool fails) {
  co_yield "runs";
  if (fails) throw std::runtime_error("broken");
}

void after_the_end(Names& generator) {
  print(name(generator.state()));
  show([&] { return generator.next(); });
  show([&] { return generator.send("a word"); });
  const auto error = std::make_exception_ptr(std::runtime_error("too late"));
  show([&] { return generator.throw_(error); });
  show([&] { generator.close(); });
  show([&] { return generator.next(); });
}

int main() {
  print("returned");
  Names generator = body(false);
  show([&] { return generator.next(); });
  show([&] { return generator.next(); });
  after_the_end(generator);

  print("broken");
  generator = body(true);
  show([&] { return generator.next(); });
  show([&] { return generator.next(); });
  after_the_end(generator);

  print("closed");
  generator = body(false);
  show([&] { return generator.next(); });
  generator.close();
  after_the_end(generator);
}
