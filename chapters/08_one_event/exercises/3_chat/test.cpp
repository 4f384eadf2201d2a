#include <doctest/doctest.h>
#include <sys/socket.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "08_one_event/operations.hpp"
#include "08_one_event/run.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Coroutine;
using exercise::Chat;

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

/// What a guest sends, and when, in seconds; an empty text says that this was all.
struct Said {
  int when;
  std::string text;
};

Coroutine<> speaks(int connection, std::vector<Said> all) {
  int now = 0;
  for (const Said& said : all) {
    co_await ch04::asleep(ch04::Seconds(said.when - now));
    now = said.when;
    if (said.text.empty()) {
      ::shutdown(connection, SHUT_WR);
    } else {
      Coroutine<> sending = ch08::send_all(connection, said.text);
      co_await sending;
    }
  }
}

/// Closes the connection, without having read what came.
Coroutine<> is_cut_off(common::Fd* connection, int when) {
  co_await ch04::asleep(ch04::Seconds(when));
  connection->close();
}

Coroutine<> hears(int connection, std::string* heard) {
  Coroutine<std::string> hearing = ch08::recv(connection, everything);
  *heard = co_await hearing;
}

/// A room and its guests; each newline that they hear is shown as a slash.
class Party {
 public:
  /// A guest who comes at once, and says all this.
  common::Fd* guest(std::vector<Said> says) {
    int ends[2];
    const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    all_.push_back(chat_.welcome(common::Fd(ends[0])));
    all_.push_back(speaks(ends[1], std::move(says)));
    theirs_.push_back(std::make_unique<common::Fd>(ends[1]));
    return theirs_.back().get();
  }

  /// One who reads what is said, too.
  void listener(std::vector<Said> says, std::string* heard) {
    all_.push_back(hears(guest(std::move(says))->get(), heard));
  }

  void cut_off(common::Fd* guest, int when) { all_.push_back(is_cut_off(guest, when)); }

  void run() { ch08::run(std::move(all_)); }

 private:
  Chat chat_;
  std::vector<std::unique_ptr<common::Fd>> theirs_;
  std::vector<Coroutine<>> all_;
};

std::string seen(std::string heard) {
  for (char& letter : heard)
    if (letter == '\n') letter = '/';
  return heard;
}

/// The lines that were heard, in the order of the alphabet: what happens at one moment
/// may be heard in any order.
std::string sorted(const std::string& heard) {
  std::istringstream text(heard);
  std::multiset<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.insert(line + "/");
  std::string all;
  for (const std::string& line : lines) all += line;
  return all;
}

}  // namespace

TEST_CASE("What one says the others hear, with the name, and the speaker does not") {
  INFO("ann, bob and carl come, ann says hello, carl goes, bob goes, ann goes");
  Party party;
  std::string ann, bob, carl;
  party.listener({{1, "ann\n"}, {4, "hello\n"}, {9, ""}}, &ann);
  party.listener({{2, "bob\n"}, {8, ""}}, &bob);
  party.listener({{3, "carl\n"}, {7, ""}}, &carl);
  party.run();
  CHECK(seen(ann) == "bob has come/carl has come/carl has left/bob has left/");
  CHECK(seen(bob) == "carl has come/ann: hello/carl has left/");
  CHECK(seen(carl) == "ann: hello/");
}

TEST_CASE("A line may come in pieces, and two lines as one") {
  INFO("bob sends b, then ob/how are, then you/and/");
  Party party;
  std::string ann, bob;
  party.listener({{1, "ann\n"}, {9, ""}}, &ann);
  party.listener({{2, "b"}, {3, "ob\nhow are"}, {4, " you\nand\n"}, {10, ""}}, &bob);
  party.run();
  CHECK(seen(ann) == "bob has come/bob: how are you/bob: and/");
}

TEST_CASE("An empty line is said like any other") {
  INFO("bob sends an empty line, and then: still here");
  Party party;
  std::string ann, bob;
  party.listener({{1, "ann\n"}, {9, ""}}, &ann);
  party.listener({{2, "bob\n"}, {3, "\n"}, {4, "still here\n"}, {10, ""}}, &bob);
  party.run();
  CHECK(seen(ann) == "bob has come/bob: /bob: still here/");
}

TEST_CASE("Who has not given a name neither hears nor is heard of") {
  INFO("one comes, says nothing, and goes again; ann talks meanwhile");
  Party party;
  std::string ann, shy;
  party.listener({{2, "ann\n"}, {4, "anybody?\n"}, {9, ""}}, &ann);
  party.listener({{5, ""}}, &shy);
  party.run();
  CHECK(seen(ann) == "");
  CHECK(seen(shy) == "");
}

TEST_CASE("Who is cut off has left, and the others go on") {
  INFO("bob's connection is cut before he has read ann's hello");
  Party party;
  std::string ann;
  common::Fd* bob = party.guest({{1, "bob\n"}});
  party.cut_off(bob, 4);
  party.listener({{2, "ann\n"}, {3, "hello\n"}, {9, ""}}, &ann);
  party.run();
  CHECK(seen(ann) == "bob has left/");
}

TEST_CASE("Who does not read holds up nobody") {
  INFO("ann says a million letters, and carl reads none of them; she says again");
  Party party;
  std::string ann, bob;
  const std::string words(1'000'000, 'x');
  common::Fd* carl = party.guest({{1, "carl\n"}});
  party.cut_off(carl, 20);
  party.listener({{2, "ann\n"}, {4, words + "\n"}, {5, "again\n"}, {9, ""}}, &ann);
  party.listener({{3, "bob\n"}, {8, ""}}, &bob);
  party.run();
  CHECK(bob.size() == std::string("ann: /").size() + words.size() +
                          std::string("ann: again/").size());
}

TEST_CASE("One may leave while another speaks") {
  INFO("ann says hello to bob, dora and carl, and at that moment bob and carl leave");
  Party party;
  std::string ann, bob, carl, dora;
  party.listener({{1, "ann\n"}, {5, "hello\n"}, {9, ""}}, &ann);
  party.listener({{2, "bob\n"}, {5, ""}}, &bob);
  party.listener({{3, "dora\n"}, {8, ""}}, &dora);
  party.listener({{4, "carl\n"}, {5, ""}}, &carl);
  party.run();
  CHECK(sorted(dora) == "ann: hello/bob has left/carl has come/carl has left/");
}

TEST_CASE("Two of one name are two guests") {
  INFO("bob comes, then ann, then another ann, who says hello and goes");
  Party party;
  std::string bob, ann, other;
  party.listener({{1, "bob\n"}, {9, ""}}, &bob);
  party.listener({{2, "ann\n"}, {8, ""}}, &ann);
  party.listener({{3, "ann\n"}, {4, "hello\n"}, {7, ""}}, &other);
  party.run();
  CHECK(seen(bob) == "ann has come/ann has come/ann: hello/ann has left/ann has left/");
  CHECK(seen(ann) == "ann has come/ann: hello/ann has left/");
  CHECK(seen(other) == "");
}
