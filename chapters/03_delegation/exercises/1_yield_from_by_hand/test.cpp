#include <doctest/doctest.h>

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "01_state_machine/words_test.hpp"

#include EXERCISE

using ch01::error;
using ch01::raised;
using ch01::State;
using exercise::Talk;
using exercise::yield_from;

namespace {

/// Says when it goes.
class Farewell {
 public:
  explicit Farewell(std::string& log) : log_(log) {}
  Farewell(const Farewell&) = delete;
  ~Farewell() { log_ += "[gone]"; }

 private:
  std::string& log_;
};

/// Yields 1, 2, 3 and so on, and writes down what it hears; "goodbye" ends it, and what
/// is thrown in is caught, but for "fire".
Talk listener(std::string* heard) {
  const Farewell farewell(*heard);
  for (int number = 1;; ++number) {
    try {
      const std::string word = co_yield number;
      *heard += "[" + word + "]";
      if (word == "goodbye") co_return "gone";
    } catch (const std::exception& error) {
      const std::string what = error.what();
      *heard += "[caught " + what + "]";
      if (what == "fire") throw;
      if (what == "stop") co_return "stopped";
    }
  }
}

/// Ends without a yield.
Talk silent() {
  co_return "nothing to say";
  co_yield 0;
}

}  // namespace

TEST_CASE("What the inner one yields is yielded, from the first on") {
  INFO("next() three times");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  CHECK(outer.next() == 1);
  CHECK(outer.next() == 2);
  CHECK(outer.next() == 3);
}

TEST_CASE("What is sent goes to the inner one") {
  INFO("next(), send(hello), send(again)");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  CHECK(outer.send("hello") == 2);
  CHECK(outer.send("again") == 3);
  CHECK(heard == "[hello][again]");
}

TEST_CASE("What is thrown in is raised in the inner one, whose next yield comes back") {
  INFO("next(), throw_(enough), which the inner one catches");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  CHECK(outer.throw_(error("enough")) == 2);
  CHECK(heard == "[caught enough]");
}

TEST_CASE("Whatever is thrown in is raised in the inner one") {
  INFO("next(), throw_(out_of_range far), which the inner one catches");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  CHECK(outer.throw_(std::make_exception_ptr(std::out_of_range("far"))) == 2);
  CHECK(heard == "[caught far]");
}

TEST_CASE("An exception that the inner one has caught is over") {
  INFO("next(), throw_(enough), throw_(again), both caught inside, send(hello)");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  CHECK(outer.throw_(error("enough")) == 2);
  CHECK(outer.throw_(error("again")) == 3);
  CHECK(outer.send("hello") == 4);
  CHECK(heard == "[caught enough][caught again][hello]");
}

TEST_CASE("What the inner one lets out comes out, and both are closed") {
  INFO("next(), throw_(range_error fire), which the inner one raises again");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  const auto fire = std::make_exception_ptr(std::range_error("fire"));
  CHECK(raised([&] { outer.throw_(fire); }) == "std::range_error: fire");
  CHECK(outer.state() == State::closed);
  CHECK(heard == "[caught fire][gone]");
}

TEST_CASE("What the inner one returns is returned, however it came to return") {
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  SUBCASE("at what is sent") {
    INFO("next(), send(goodbye), result()");
    outer.next();
    CHECK(outer.send("goodbye") == std::nullopt);
    CHECK(outer.result() == "gone");
  }
  SUBCASE("at what is thrown in") {
    INFO("next(), throw_(stop), result()");
    outer.next();
    CHECK(outer.throw_(error("stop")) == std::nullopt);
    CHECK(outer.result() == "stopped");
  }
  SUBCASE("at once") {
    INFO("next(), result(), of one that yields nothing");
    auto quiet = yield_from(silent());
    CHECK(quiet.next() == std::nullopt);
    CHECK(quiet.result() == "nothing to say");
  }
}

TEST_CASE("To close it is to close the inner one") {
  INFO("next(), close()");
  std::string heard;
  auto inner = listener(&heard);
  auto outer = yield_from(std::move(inner));
  outer.next();
  outer.close();
  CHECK(heard == "[gone]");
  CHECK(outer.next() == std::nullopt);
}
