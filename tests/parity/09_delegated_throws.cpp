#include <exception>
#include <stdexcept>
#include <string>

#include "03_delegation/generator.hpp"
#include "03_delegation/outer.hpp"
#include "show.hpp"

using ch03::Farewell;
using ch03::Generator;
using namespace parity;

using Names = Generator<std::string>;

struct Small : std::runtime_error {
  using runtime_error::runtime_error;
};

struct Large : std::runtime_error {
  using runtime_error::runtime_error;
};

Names inner() {
  while (true) {
    try {
      co_yield "inner";
    } catch (const Small& error) {
      print("inner caught", error.what());
    }
  }
}

Names middle() {
  const Farewell farewell("middle");
  co_await inner();
}

Names outer() {
  try {
    co_await middle();
  } catch (const Large& error) {
    print("outer caught", error.what());
  }
  co_yield "outer";
}

template <class Error>
void show_throw(Names& chain, Error error) {
  show([&] { return chain.throw_(std::make_exception_ptr(error)); });
}

int main() {
  Names chain = outer();
  show([&] { return chain.next(); });
  show_throw(chain, Small("a small one"));
  show_throw(chain, Large("a large one"));
  show_throw(chain, Large("another"));
  show([&] { return chain.next(); });

  chain = outer();
  show([&] { return chain.next(); });
  show_throw(chain, std::runtime_error("that nobody knows"));
  show([&] { return chain.next(); });
}
