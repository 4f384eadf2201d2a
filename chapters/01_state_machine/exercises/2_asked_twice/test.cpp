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
  INFO("called three times, and the peer is silent");
  Conversation conversation;
  CHECK(conversation.call() == "name?\nSUSPEND");
  CHECK(conversation.call() == "SUSPEND");
  CHECK(conversation.call() == "SUSPEND");
}

TEST_CASE("A reader that has to wait for the second answer is not done") {
  INFO("the peer says Ada; the reader is called");
  Conversation conversation;
  conversation.say("Ada");
  CHECK(conversation.call() == "name?\nage?\nSUSPEND");
}

TEST_CASE("The second question, too, is asked once") {
  INFO("the peer says Ada; the reader is called three times");
  Conversation conversation;
  conversation.say("Ada");
  conversation.call();
  CHECK(conversation.call() == "SUSPEND");
  CHECK(conversation.call() == "SUSPEND");
}

TEST_CASE("What was heard before a suspension is still known after it") {
  INFO("called; the peer says Ada; called; the peer says 36; called");
  Conversation conversation;
  conversation.call();
  conversation.say("Ada");
  conversation.call();
  conversation.say("36");
  CHECK(conversation.call() == "Ada is 36\ndone");
}

TEST_CASE("A reader whose answers are there already does not suspend") {
  INFO("the peer says Ada, and 36; the reader is called");
  Conversation conversation;
  conversation.say("Ada");
  conversation.say("36");
  CHECK(conversation.call() == "name?\nage?\nAda is 36\ndone");
}

TEST_CASE("Two readers at once each know where they stand, and what they have heard") {
  INFO("two readers, called; one hears Ada, one Bob; called; 36 and 40; called");
  Conversation first, second;
  CHECK(first.call() == "name?\nSUSPEND");
  CHECK(second.call() == "name?\nSUSPEND");
  first.say("Ada");
  second.say("Bob");
  CHECK(first.call() == "age?\nSUSPEND");
  CHECK(second.call() == "age?\nSUSPEND");
  first.say("36");
  second.say("40");
  CHECK(first.call() == "Ada is 36\ndone");
  CHECK(second.call() == "Bob is 40\ndone");
}
