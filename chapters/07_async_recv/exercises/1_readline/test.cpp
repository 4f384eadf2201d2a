#include <doctest/doctest.h>
#include <sys/socket.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "07_async_recv/run.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Coroutine;
using exercise::Reader;

namespace {

/// Both ends of a stream.
struct Stream {
  Stream() {
    int ends[2];
    const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
    ours = common::Fd(ends[0]);
    theirs = common::Fd(ends[1]);
  }

  void send(const std::string& text) {
    common::check(::send(theirs.get(), text.data(), text.size(), 0), "send");
  }

  common::Fd ours, theirs;
};

/// Sends a piece a second, and then closes.
Coroutine<> sends(Stream* stream, std::vector<std::string> pieces) {
  for (const std::string& piece : pieces) {
    co_await ch04::asleep(ch04::Seconds(1));
    stream->send(piece);
  }
  stream->theirs.close();
}

/// A word as it can be seen: each newline is a slash, and [] are around it.
std::string seen(std::string word) {
  for (char& letter : word)
    if (letter == '\n') letter = '/';
  return "[" + word + "]";
}

/// Reads once for each number: so many bytes, or a line for 0. Notes what came.
Coroutine<> reads(Reader* reader, std::vector<std::size_t> amounts,
                  std::vector<std::string>* log) {
  for (const std::size_t amount : amounts) {
    Coroutine<std::string> reading =
        amount > 0 ? reader->readexactly(amount) : reader->readline();
    try {
      const std::string word = co_await reading;
      log->push_back(seen(word));
    } catch (const exercise::IncompleteRead& error) {
      log->push_back("incomplete:" + seen(error.partial));
    }
  }
}

constexpr std::size_t line = 0;

}  // namespace

TEST_CASE("A line is given with its newline, and the next one is kept") {
  INFO("both lines came as one piece (a slash stands for a newline)");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  stream.send("one\ntwo\n");
  stream.theirs.close();
  ch07::run(reads(&reader, {line, line}, &log));
  CHECK(common::listed(log) == "[one/] [two/]");
}

TEST_CASE("A line may come in pieces") {
  INFO("on, a second later e/t, a second later wo/ (a slash stands for a newline)");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  ch07::run(reads(&reader, {line, line}, &log), sends(&stream, {"on", "e\nt", "wo\n"}));
  CHECK(common::listed(log) == "[one/] [two/]");
}

TEST_CASE("The last line may lack its newline, and after it comes nothing") {
  INFO("one/two came, then the end (a slash stands for a newline); three lines read");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  ch07::run(reads(&reader, {line, line, line}, &log), sends(&stream, {"one\ntwo"}));
  CHECK(common::listed(log) == "[one/] [two] []");
}

TEST_CASE("Exactly so many bytes are read, newlines or not, and the rest is kept") {
  INFO("4/a/b and then cd/ came (a slash stands for a newline)");
  INFO("a line is read, then four bytes, then a line");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  ch07::run(reads(&reader, {line, 4, line}, &log), sends(&stream, {"4\na\nb", "cd\n"}));
  CHECK(common::listed(log) == "[4/] [a/bc] [d/]");
}

TEST_CASE(
    "A stream that ends before there are enough is an error that holds the rest") {
  INFO("abc came, then the end; five bytes are read, and then a line");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  ch07::run(reads(&reader, {5, line}, &log), sends(&stream, {"abc"}));
  CHECK(common::listed(log) == "incomplete:[abc] []");
}

TEST_CASE("Nobody waits for what is there already") {
  INFO("one/two/three came as one piece, and the peer says no more");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  stream.send("one\ntwo\nthree");
  Coroutine<> reading = reads(&reader, {line, line, 5}, &log);
  CHECK_FALSE(reading.next().has_value());
  CHECK(common::listed(log) == "[one/] [two/] [three]");
}

TEST_CASE("A line may be empty, and is not the end") {
  INFO("one//two/ came as one piece (a slash stands for a newline); three lines read");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  stream.send("one\n\ntwo\n");
  stream.theirs.close();
  ch07::run(reads(&reader, {line, line, line}, &log));
  CHECK(common::listed(log) == "[one/] [/] [two/]");
}

TEST_CASE("To read no bytes is to wait for nothing") {
  INFO("nothing has come, and exactly 0 bytes are read");
  Stream stream;
  Reader reader(stream.ours.get());
  Coroutine<std::string> reading = reader.readexactly(0);
  CHECK_FALSE(reading.next().has_value());
  CHECK(reading.result() == "");
}

TEST_CASE("Nobody waits for more than is missing") {
  INFO("a/bc came (a slash stands for a newline); a line is read, then four bytes");
  Stream stream;
  Reader reader(stream.ours.get());
  std::vector<std::string> log;
  stream.send("a\nbc");
  Coroutine<> reading = reads(&reader, {line, 4}, &log);
  CHECK(reading.next().has_value());
  INFO("then de came, and the peer says no more");
  stream.send("de");
  CHECK_FALSE(reading.next().has_value());
  CHECK(common::listed(log) == "[a/] [bcde]");
}

TEST_CASE("Each reader keeps what came over its own connection") {
  INFO("a/b/ came over one connection, c/d/ over another (a slash is a newline)");
  INFO("a line is read of the one, two of the other, and one more of the first");
  Stream stream, other_stream;
  Reader reader(stream.ours.get()), other(other_stream.ours.get());
  std::vector<std::string> log;
  stream.send("a\nb\n");
  other_stream.send("c\nd\n");
  stream.theirs.close();
  other_stream.theirs.close();
  ch07::run(reads(&reader, {line}, &log));
  ch07::run(reads(&other, {line, line}, &log));
  ch07::run(reads(&reader, {line}, &log));
  CHECK(common::listed(log) == "[a/] [c/] [d/] [b/]");
}
