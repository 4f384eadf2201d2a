#include <doctest/doctest.h>

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

#include "01_state_machine/words_test.hpp"
#include "common/exercise.hpp"

#include EXERCISE

using ch01::error;
using ch01::raised;
using ch01::State;

namespace {

const std::string enough = "std::runtime_error: enough";
const std::string executing = "std::logic_error: generator already executing";

/// Writes down what it hears at every yield; counts its yields; goes at "goodbye", and
/// at "stop" if that is thrown in.
class Listener : public exercise::Machine<int, std::string, std::string> {
 public:
  std::string heard;
  bool patient = true;  // it catches what is thrown in

 private:
  std::optional<int> step() override {
    if (count_ > 0) {
      try {
        const std::string word = received();
        heard += "[" + word + "]";
        if (word == "goodbye") {
          returns("gone");
          return std::nullopt;
        }
      } catch (const std::runtime_error& error) {
        const std::string what = error.what();
        heard += "[caught " + what + "]";
        if (!patient) throw;
        if (what == "stop") {
          returns("stopped");
          return std::nullopt;
        }
      } catch (...) {
        heard += "[caught something]";
        throw;
      }
    }
    return ++count_;
  }

  void unwind() override { heard += "[let go]"; }

  int count_ = 0;
};

/// Throws into itself, and closes itself, while it runs.
class Meddler : public exercise::Machine<int, std::string, int> {
 public:
  std::string heard, thrown_into, closed;

 private:
  std::optional<int> step() override {
    heard += received();
    thrown_into = raised([&] { throw_(error("enough")); });
    closed = raised([&] { close(); });
    return 1;
  }
};

}  // namespace

TEST_CASE("What is thrown in is raised at the yield that the body stands at") {
  INFO("next(), throw_(enough); the body does not keep it to itself");
  Listener listener;
  listener.patient = false;
  listener.next();
  CHECK(raised([&] { listener.throw_(error("enough")); }) == enough);
  CHECK(listener.heard == "[caught enough]");
  CHECK(listener.state() == State::closed);
}

TEST_CASE("A body that catches it goes on, and throw_() gives what it yields next") {
  INFO("next(), throw_(enough), send(hello)");
  Listener listener;
  listener.next();
  CHECK(listener.throw_(error("enough")) == 2);
  CHECK(listener.state() == State::suspended);
  CHECK(listener.send("hello") == 3);
  CHECK(listener.heard == "[caught enough][hello]");
}

TEST_CASE("A body that returns at what is thrown in has ended as by any return") {
  INFO("next(), throw_(stop), at which the body returns, next(), result()");
  Listener listener;
  listener.next();
  CHECK(listener.throw_(error("stop")) == std::nullopt);
  CHECK(listener.state() == State::closed);
  CHECK(listener.next() == std::nullopt);
  CHECK(listener.result() == "stopped");
  CHECK(listener.heard == "[caught stop]");
}

TEST_CASE("To throw into a machine that has not started closes it, and runs nothing") {
  INFO("throw_(enough), next()");
  Listener listener;
  CHECK(raised([&] { listener.throw_(error("enough")); }) == enough);
  CHECK(listener.state() == State::closed);
  CHECK(listener.next() == std::nullopt);
  CHECK(listener.heard == "");
}

TEST_CASE("What is thrown into a closed machine comes back") {
  INFO("next(), send(goodbye), throw_(enough)");
  Listener listener;
  listener.next();
  listener.send("goodbye");
  CHECK(raised([&] { listener.throw_(error("enough")); }) == enough);
  CHECK(listener.heard == "[goodbye]");
}

TEST_CASE("close() lets go, once, of what a suspended body holds") {
  INFO("next(), close(), next(), close()");
  Listener listener;
  listener.next();
  listener.close();
  CHECK(listener.state() == State::closed);
  CHECK(listener.next() == std::nullopt);
  listener.close();
  CHECK(listener.heard == "[let go]");
}

TEST_CASE("A body that has not started, or has ended, holds nothing to let go of") {
  INFO("one: close(); another: next(), send(goodbye), close()");
  Listener fresh, ended;
  fresh.close();
  CHECK(fresh.heard == "");
  CHECK(fresh.next() == std::nullopt);
  ended.next();
  ended.send("goodbye");
  ended.close();
  CHECK(ended.heard == "[goodbye]");
  CHECK(raised([&] { ended.result(); }) == "std::logic_error: generator has no result");
}

TEST_CASE("A body that runs can neither be thrown into nor closed, and goes on") {
  INFO("next(), in which the body calls its own throw_() and close(), send(hello)");
  Meddler meddler;
  CHECK(meddler.next() == 1);
  CHECK(meddler.thrown_into == executing);
  CHECK(meddler.closed == executing);
  CHECK(meddler.send("hello") == 1);
  CHECK(meddler.heard == "hello");
}
