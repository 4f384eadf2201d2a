#include <doctest/doctest.h>
#include <sys/socket.h>

#include <string>

#include "01_state_machine/words_test.hpp"
#include "common/fd.hpp"

#include EXERCISE

namespace {

/// Two ends of a line, on which messages arrive one by one, however close together they
/// were sent.
struct Sockets {
  Sockets() {
    int ends[2];
    const int type = SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    ours = common::Fd(ends[0]);
    theirs = common::Fd(ends[1]);
  }
  common::Fd ours, theirs;
};

/// A reader at one end, and its peer at the other.
class Conversation {
 public:
  /// What the reader prints when it is called, and what it gives.
  std::string call() {
    bool done = false;
    const std::string printed = ch01::printed([&] { done = reader_(); });
    return printed + (done ? "done" : "SUSPEND");
  }

  void say(const std::string& answer) {
    const int peer = sockets_.theirs.get();
    common::check(::send(peer, answer.data(), answer.size(), MSG_NOSIGNAL), "send");
  }

 private:
  Sockets sockets_;
  exercise::Reader reader_{sockets_.ours.get()};
};

}  // namespace

TEST_CASE("The first question is asked once, however often the reader is called") {
  Conversation conversation;
  INFO("called three times, and the peer is silent");
  CHECK(conversation.call() == "name?\nSUSPEND");
  CHECK(conversation.call() == "SUSPEND");
  CHECK(conversation.call() == "SUSPEND");
}

TEST_CASE("A reader that has to wait for the second answer is not done") {
  Conversation conversation;
  conversation.say("Ada");
  INFO("the peer says Ada; the reader is called");
  CHECK(conversation.call() == "name?\nage?\nSUSPEND");
}

TEST_CASE("The second question, too, is asked once") {
  Conversation conversation;
  conversation.say("Ada");
  conversation.call();
  INFO("the peer says Ada; the reader is called three times");
  CHECK(conversation.call() == "SUSPEND");
  CHECK(conversation.call() == "SUSPEND");
}

TEST_CASE("What was heard before a suspension is still known after it") {
  Conversation conversation;
  conversation.call();
  conversation.say("Ada");
  conversation.call();
  conversation.say("36");
  INFO("called; the peer says Ada; called; the peer says 36; called");
  CHECK(conversation.call() == "Ada is 36\ndone");
}

TEST_CASE("A reader whose answers are there already does not suspend") {
  Conversation conversation;
  conversation.say("Ada");
  conversation.say("36");
  INFO("the peer says Ada, and 36; the reader is called");
  CHECK(conversation.call() == "name?\nage?\nAda is 36\ndone");
}
