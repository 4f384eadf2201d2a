#include <doctest/doctest.h>
#include <sys/socket.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "01_state_machine/contract_test.hpp"
#include "01_state_machine/conversation.hpp"
#include "01_state_machine/conversation_test.hpp"
#include "01_state_machine/delegation.hpp"
#include "01_state_machine/machine.hpp"
#include "01_state_machine/parts_and_pos.hpp"
#include "01_state_machine/suspend.hpp"
#include "01_state_machine/words_test.hpp"
#include "common/fd.hpp"

using namespace ch01;

namespace {

/// Calls `call`, yields 1, yields the length of what it was sent and returns it.
class Echo : public Machine<int, std::string, std::string> {
 public:
  explicit Echo(std::function<void()> call) : call_(std::move(call)) {}

 private:
  std::optional<int> step() override {
    switch (position_) {
      case 0:
        call_();
        position_ = 1;
        return 1;
      case 1:
        heard_ = received();
        position_ = 2;
        return static_cast<int>(heard_.size());
      default:
        returns(heard_);
        return std::nullopt;
    }
  }

  std::function<void()> call_;
  int position_ = 0;
  std::string heard_;
};

Echo echo(std::function<void()> call) { return Echo(std::move(call)); }

/// Yields 1 and, whatever is sent to it, the length of that; what is thrown in, it
/// catches, and yields -1.
class Patient : public Machine<int, std::string, int> {
  std::optional<int> step() override {
    if (std::exchange(started_, true)) try {
        return static_cast<int>(received().size());
      } catch (const std::runtime_error&) {
        return -1;
      }
    return 1;
  }

  bool started_ = false;
};

/// Does all of Patient, by hand, and counts how often it is unwound.
class Through : public Machine<int, std::string, int> {
 public:
  explicit Through(int& unwound) : unwound_(unwound) {}

 private:
  std::optional<int> step() override {
    return std::exchange(started_, true) ? pass_on(patient_) : patient_.next();
  }

  void unwind() override {
    patient_.close();
    ++unwound_;
  }

  int& unwound_;
  bool started_ = false;
  Patient patient_;
};

/// A socket that does not block, and its peer.
struct Sockets {
  Sockets() {
    int ends[2];
    const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    ours = common::Fd(ends[0]);
    theirs = common::Fd(ends[1]);
  }

  void say(const std::string& words) const {
    common::check(::send(theirs.get(), words.data(), words.size(), MSG_NOSIGNAL),
                  "send");
  }

  common::Fd ours, theirs;
};

}  // namespace

TEST_CASE("A switch over a position holds a conversation: stop, be answered, go on") {
  hold_conversation([] { return Conversation(); });
}

TEST_CASE("A machine runs nothing until the first next, and takes no value before it") {
  contract::created(echo);
}

TEST_CASE(
    "A suspended machine goes on with what it is sent, or with what is thrown in") {
  contract::suspended(echo);
}

TEST_CASE("A closed machine gives nullopt, and its return value once") {
  contract::closed(echo);
}

TEST_CASE("A machine that runs refuses to be called again") { contract::running(echo); }

TEST_CASE("A machine that has started takes an argument at every yield") {
  Patient patient;
  CHECK(patient.next() == 1);
  CHECK(patient.send("one") == 3);
  CHECK(patient.send("three") == 5);
  CHECK(patient.next() == 0);
}

TEST_CASE("What is thrown in may be caught at the yield, and the machine yields on") {
  Patient patient;
  CHECK(patient.next() == 1);
  CHECK(patient.throw_(error("enough")) == -1);
  CHECK(patient.state() == State::suspended);
  CHECK(patient.send("thanks") == 6);
}

TEST_CASE("To throw in no exception is a std::invalid_argument") {
  Patient patient;
  CHECK(raised([&] { patient.throw_(nullptr); }) ==
        "std::invalid_argument: throw_ takes an exception");
  CHECK(patient.next() == 1);
}

TEST_CASE("Two machines of one class keep two positions") {
  Conversation first, second;
  CHECK(first.next() == 1);
  CHECK(second.next() == 1);
  CHECK(printed([&] { first.next(); }) == "\n");
  CHECK(printed([&] { second.send("second"); }) == "second\n");
  CHECK(first.next() == 3);
  CHECK(second.next() == 3);
}

TEST_CASE("A state bears the name that Python gives it") {
  CHECK(std::string(name(State::created)) == "GEN_CREATED");
  CHECK(std::string(name(State::running)) == "GEN_RUNNING");
  CHECK(std::string(name(State::suspended)) == "GEN_SUSPENDED");
  CHECK(std::string(name(State::closed)) == "GEN_CLOSED");
}

TEST_CASE(
    "Delegation by hand passes on what the inner machine yields, and its result") {
  Outer outer;
  CHECK(outer.next() == 1);
  CHECK(outer.next() == 2);  // the step that starts the next part yields its yield
  std::optional<int> last;
  CHECK(printed([&] { last = outer.send("abc"); }) == "inner abc\nouter 30\n");
  CHECK(last == 4);
  CHECK(outer.next() == std::nullopt);
  CHECK(outer.result() == 0);
}

TEST_CASE("Delegation by hand lets the innermost catch what is thrown in") {
  int unwound = 0;
  Through through(unwound);
  CHECK(through.next() == 1);
  CHECK(through.send("hello") == 5);
  CHECK(through.throw_(error("enough")) == -1);
  CHECK(through.send("thanks") == 6);
}

TEST_CASE(
    "What the innermost does not catch leaves every level by hand, and closes it") {
  Outer outer;
  outer.next();
  outer.next();
  std::string left;
  CHECK(printed([&] {
          left = raised([&] { outer.throw_(error("enough")); });
        }).find("outer") == std::string::npos);
  CHECK(left == "std::runtime_error: enough");
  CHECK(outer.state() == State::closed);
  CHECK(outer.next() == std::nullopt);
  CHECK(raised([&] { outer.result(); }) == contract::no_result);
}

TEST_CASE("close() lets go once of what a suspended body holds") {
  int unwound = 0;
  Through through(unwound);
  SUBCASE("suspended") {
    through.next();
    through.close();
    CHECK(unwound == 1);
  }
  SUBCASE("created: it holds nothing yet") {
    through.close();
    CHECK(unwound == 0);
  }
  unwound = 0;
  through.close();
  CHECK(unwound == 0);
}

TEST_CASE("The question's guess runs the parts of one coroutine in their order") {
  const auto first = [](std::size_t) { return std::size_t{0}; };
  const auto last = [](std::size_t count) { return count - 1; };
  const std::vector<PartsAndPos> two = {PartsAndPos("first"), PartsAndPos("second")};
  CHECK(printed([&] { gather(two, first); }) ==
        "before first\nafter first\nbefore second\nafter second\n");
  CHECK(printed([&] { gather(two, last); }) ==
        "before second\nafter second\nbefore first\nafter first\n");
  CHECK(printed([&] { gather({}, first); }) == "");
}

TEST_CASE("A coroutine that has finished is never chosen again") {
  // As the question has it, random.choice picks one that has no part left: IndexError.
  for (unsigned seed = 0; seed < 100; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::size_t> counts;
    const auto choice = [&](std::size_t count) {
      counts.push_back(count);
      return random() % count;
    };
    const std::string text = printed([&] {
      gather({PartsAndPos("a"), PartsAndPos("b"), PartsAndPos("c")}, choice);
    });
    CHECK(counts.size() == 6);
    CHECK(counts.front() == 3);
    CHECK(counts.back() == 1);
    for (const std::string coro : {"a", "b", "c"}) {
      CHECK(text.find("before " + coro) < text.find("after " + coro));
      CHECK(text.rfind("after " + coro) == text.find("after " + coro));
    }
  }
}

TEST_CASE("A read suspends only if it would block") {
  const Sockets sockets;
  CHECK(receive(sockets.ours.get(), 5) == std::nullopt);
  sockets.say("hello there");
  CHECK(receive(sockets.ours.get(), 5) == "hello");
  CHECK(receive(sockets.ours.get(), 100) == " there");
  CHECK(receive(sockets.ours.get(), 5) == std::nullopt);
}

TEST_CASE("The end of a stream is an empty read, and a broken socket is an error") {
  Sockets sockets;
  CHECK(receive(sockets.ours.get(), 5) == std::nullopt);
  sockets.theirs.close();
  CHECK(receive(sockets.ours.get(), 5) == "");
  CHECK(raised([] { receive(-1, 5); }) ==
        "std::system_error: recv: Bad file descriptor");
}

TEST_CASE("Solution 4's desugaring runs what stands before the await at every try") {
  const Sockets sockets;
  Reader reader(sockets.ours.get());
  CHECK(printed([&] { reader(); }) == "asking\n");
  CHECK(printed([&] { reader(); }) == "asking\n");
  sockets.say("hello");
  CHECK(printed([&] { reader(); }) == "asking\ngot hello\n");
}

TEST_CASE("With a position for every await, what stands before it runs once") {
  const Sockets sockets;
  CuredReader reader(sockets.ours.get());
  bool done = true;
  CHECK(printed([&] { done = reader(); }) == "asking\n");
  CHECK_FALSE(done);
  CHECK(printed([&] { done = reader(); }) == "");
  CHECK_FALSE(done);
  sockets.say("hello");
  CHECK(printed([&] { done = reader(); }) == "got hello\n");
  CHECK(done);
}

TEST_CASE("An await whose data is there does not suspend") {
  const Sockets sockets;
  sockets.say("hello");
  CuredReader reader(sockets.ours.get());
  bool done = false;
  CHECK(printed([&] { done = reader(); }) == "asking\ngot hello\n");
  CHECK(done);
}
