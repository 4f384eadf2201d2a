#include <doctest/doctest.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <string>
#include <system_error>

#include "07_async_recv/async_recv.hpp"
#include "common/fd.hpp"

#include EXERCISE

using ch04::Coroutine;
using exercise::RecordRecv;

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

Coroutine<std::string> receives(int connection, std::size_t size) {
  RecordRecv event(connection, size);
  const std::string record = co_await event;
  co_return record;
}

/// Resumes the coroutine, and says what came of it: "waits", its record, or an error.
std::string resume(Coroutine<std::string>& receiving) try {
  if (receiving.next()) return "waits";
  return "record " + receiving.result();
} catch (const std::system_error& error) {
  return error.code() == std::errc::connection_reset ? "reset" : error.what();
}

}  // namespace

TEST_CASE("A record ends where its size says, and what follows is left there") {
  INFO("abcdef came; a record of four bytes is wanted, and then one of two");
  Stream stream;
  stream.send("abcdef");
  Coroutine<std::string> first = receives(stream.ours.get(), 4);
  CHECK(resume(first) == "record abcd");
  Coroutine<std::string> second = receives(stream.ours.get(), 2);
  CHECK(resume(second) == "record ef");
}

TEST_CASE("As long as a piece is missing, and may come, one waits") {
  INFO("four bytes are wanted, and nothing came yet");
  Stream stream;
  Coroutine<std::string> receiving = receives(stream.ours.get(), 4);
  CHECK(resume(receiving) == "waits");
  INFO("then ab came");
  stream.send("ab");
  CHECK(resume(receiving) == "waits");
  INFO("then nothing, and one was resumed all the same");
  CHECK(resume(receiving) == "waits");
  INFO("then cd came");
  stream.send("cd");
  CHECK(resume(receiving) == "record abcd");
}

TEST_CASE("A stream that ends within a record gives what came, and no more") {
  INFO("four bytes are wanted; ab came, and then the end");
  Stream stream;
  stream.send("ab");
  stream.theirs.close();
  Coroutine<std::string> receiving = receives(stream.ours.get(), 4);
  CHECK(resume(receiving) == "record ab");
}

TEST_CASE("The end may come while one waits") {
  INFO("four bytes are wanted; nothing came, and then the end");
  Stream stream;
  Coroutine<std::string> receiving = receives(stream.ours.get(), 4);
  CHECK(resume(receiving) == "waits");
  stream.theirs.close();
  CHECK(resume(receiving) == "record ");
}

TEST_CASE("A connection that was reset is an error, and neither the end nor a wait") {
  INFO("the peer went without having read what it was sent");
  Stream stream;
  const std::string unread = "x";
  common::check(::send(stream.ours.get(), unread.data(), unread.size(), 0), "send");
  stream.theirs.close();
  Coroutine<std::string> receiving = receives(stream.ours.get(), 4);
  CHECK(resume(receiving) == "reset");
}

TEST_CASE("Any other error is an error, too") {
  INFO("the socket was never connected");
  const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
  const common::Fd socket(common::check(::socket(AF_UNIX, type, 0), "socket"));
  Coroutine<std::string> receiving = receives(socket.get(), 4);
  CHECK_THROWS_AS(receiving.next(), std::system_error);
}
