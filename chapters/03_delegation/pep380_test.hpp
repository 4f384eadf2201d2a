#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "01_state_machine/state.hpp"
#include "01_state_machine/words_test.hpp"
#include "02_generator/bodies_test.hpp"
#include "02_generator/generator.hpp"
#include "03_delegation/generator.hpp"

/// Two interpreters of random programs: one delegates with co_await, the other with
/// what PEP 380 says that `yield from` stands for. They write down all that they do.
namespace ch03::pep380 {

using Random = std::mt19937;

inline int upto(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned>(limit));
}

/// A body: its steps, and whether it catches what is raised in them.
struct Program {
  enum class Kind { yield, raise, delegate, delegate_started };
  struct Step {
    Kind kind;
    int value;
    std::shared_ptr<const Program> inner;
  };

  std::string name;
  std::vector<Step> steps;
  bool catches;
};

/// A random body; those that it delegates to are named after it.
inline std::shared_ptr<const Program> write(Random& random, const std::string& name) {
  const auto program = std::make_shared<Program>();
  program->name = name;
  program->catches = upto(random, 2) == 0;
  const int count = 1 + upto(random, 4);
  for (int i = 0; i < count; ++i) {
    const int choice = upto(random, 10);
    Program::Step step{Program::Kind::yield, 10 * i + choice, nullptr};
    if (choice == 0) step.kind = Program::Kind::raise;
    if (choice > 4 && name.size() < 6) {
      step.kind =
          choice == 5 ? Program::Kind::delegate_started : Program::Kind::delegate;
      step.inner = write(random, name + static_cast<char>('a' + i));
    }
    program->steps.push_back(step);
  }
  return program;
}

using Body = std::shared_ptr<const Program>;
using ch02::contract::Farewell;

/// Delegates with co_await.
struct Awaited {
  using Player = Generator<int, int, int>;

  static Player play(Body body, std::string& log) {
    const Farewell farewell(log, body->name);
    for (const Program::Step& step : body->steps) {
      try {
        if (step.kind == Program::Kind::raise) {
          throw std::runtime_error(body->name);
        } else if (step.kind == Program::Kind::yield) {
          const int answer = co_yield step.value;
          log += "got " + std::to_string(answer) + " ";
        } else {
          Player inner = play(step.inner, log);
          if (step.kind == Program::Kind::delegate_started) inner.next();
          const int value = co_await inner;
          log += "returned " + std::to_string(value) + " ";
        }
      } catch (const std::exception& error) {
        log += body->name + " caught " + error.what() + " ";
        if (!body->catches) throw;
      }
    }
    co_return static_cast<int>(body->steps.size());
  }
};

/// Delegates by hand, as PEP 380 writes it out, with generators that cannot await.
struct Expanded {
  using Player = ch02::Generator<int, int, int>;

  static Player play(Body body, std::string& log) {
    const Farewell farewell(log, body->name);
    for (const Program::Step& step : body->steps) {
      try {
        if (step.kind == Program::Kind::raise) {
          throw std::runtime_error(body->name);
        } else if (step.kind == Program::Kind::yield) {
          const int answer = co_yield step.value;
          log += "got " + std::to_string(answer) + " ";
        } else {
          Player inner = play(step.inner, log);
          if (step.kind == Program::Kind::delegate_started) inner.next();
          if (inner.state() == State::closed)
            throw std::logic_error("can't await a generator that has ended");
          std::optional<int> yielded = inner.next();
          while (yielded) {
            std::exception_ptr thrown;
            int answer = 0;
            try {
              answer = co_yield *yielded;
            } catch (...) {
              thrown = std::current_exception();
            }
            yielded = thrown ? inner.throw_(thrown) : inner.send(answer);
          }
          log += "returned " + std::to_string(inner.result()) + " ";
        }
      } catch (const std::exception& error) {
        log += body->name + " caught " + error.what() + " ";
        if (!body->catches) throw;
      }
    }
    co_return static_cast<int>(body->steps.size());
  }
};

/// All that happens while a random driver drives a random program, in words.
template <class Interpreter>
std::string transcript(unsigned seed) {
  Random random(seed);
  const Body body = write(random, "r");
  std::string log;
  auto player = Interpreter::play(body, log);
  for (int call = 0; call < 25 && player.state() != State::closed; ++call) {
    const int choice = call == 0 ? 39 : upto(random, 40);
    std::optional<int> yielded;
    log += ch01::raised([&] {
      if (choice == 0)
        player.close();
      else if (choice < 6)
        yielded = player.throw_(ch01::error("thrown in"));
      else if (choice < 20)
        yielded = player.send(choice);
      else
        yielded = player.next();
    });
    if (yielded) log += " yielded " + std::to_string(*yielded);
    log += std::string(" ") + name(player.state()) + "\n";
  }
  log += ch01::raised([&] { log += std::to_string(player.result()) + " "; });
  return log;
}

}  // namespace ch03::pep380
