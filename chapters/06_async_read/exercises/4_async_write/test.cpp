#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "04_async_sleep/async_sleep.hpp"
#include "06_async_read/async_read.hpp"
#include "common/exercise.hpp"
#include "common/fd.hpp"

#include EXERCISE

using exercise::AsyncWrite;
using exercise::Coroutine;

namespace {

struct Pipe {
  explicit Pipe(int flags = 0) {
    int ends[2];
    common::check(::pipe2(ends, O_CLOEXEC | flags), "pipe2");
    output = common::Fd(ends[0]);
    input = common::Fd(ends[1]);
    std::signal(SIGPIPE, SIG_IGN);
  }

  common::Fd output, input;
};

Coroutine<> writes(int file, std::string data, std::size_t* count) {
  AsyncWrite event(file, std::move(data));
  *count = co_await event;
}

Coroutine<> reads(int file, std::size_t amount, std::string* got) {
  ch06::AsyncRead event(file, amount);
  *got = co_await event;
}

/// An event that no chapter has.
class AsyncTea : public ch04::Event {
  std::string repr() const override { return "AsyncTea()"; }
};

Coroutine<> waits_for_tea() {
  AsyncTea tea;
  co_await tea;
}

/// Is due so many times, and never waits.
Coroutine<> is_due(int times) {
  for (int i = 0; i < times; ++i) co_await ch04::AsyncSleep(ch04::Clock::now());
}

/// Counts its own steps of 0.1 s, of which there are so many.
Coroutine<> sleeps(int steps, int* count) {
  for (; *count < steps; ++*count) co_await ch04::asleep(ch04::Seconds(0.1));
}

template <class... Each>
void run(Each... each) {
  std::vector<Coroutine<>> coroutines;
  (coroutines.push_back(std::move(each)), ...);
  exercise::run(std::move(coroutines));
}

/// So many bytes, no two thousand of which look alike.
std::string bytes(std::size_t size) {
  std::string data;
  while (data.size() < size) data += std::to_string(data.size()) + " ";
  data.resize(size);
  return data;
}

}  // namespace

TEST_CASE("What is written can be read, and its bytes are counted") {
  INFO("hello is written into an empty pipe");
  const Pipe pipe;
  std::size_t count = 0;
  run(writes(pipe.input.get(), "hello", &count));
  CHECK(count == 5);
  std::string got(5, ' ');
  CHECK(::read(pipe.output.get(), got.data(), got.size()) == 5);
  CHECK(got == "hello");
}

TEST_CASE("More than a pipe holds is written while somebody reads") {
  INFO("300000 bytes are written, and read by another coroutine");
  const Pipe pipe;
  const std::string data = bytes(300'000);
  std::size_t count = 0;
  std::string got;
  run(writes(pipe.input.get(), data, &count),
      reads(pipe.output.get(), data.size(), &got));
  CHECK(count == data.size());
  CHECK(got == data);
}

TEST_CASE("A writer that waits lets the sleepers sleep and wake") {
  INFO(
      "100000 bytes are written, and read only from 0.35 s on; one sleeps 0.1 s at a "
      "time");
  const Pipe pipe;
  const std::string data = bytes(100'000);
  std::size_t count = 0;
  int steps = 0;
  std::string got;
  const auto late = [](int file, std::size_t amount, std::string* got,
                       int* steps) -> Coroutine<> {
    co_await ch04::asleep(ch04::Seconds(0.35));
    CHECK(*steps == 3);
    ch06::AsyncRead event(file, amount);
    *got = co_await event;
  };
  run(writes(pipe.input.get(), data, &count), sleeps(5, &steps),
      late(pipe.output.get(), data.size(), &got, &steps));
  CHECK(got == data);
}

TEST_CASE("To write nothing is to wait for nothing") {
  INFO("an empty string is written");
  const Pipe pipe;
  std::size_t count = 1;
  Coroutine<> coroutine = writes(pipe.input.get(), "", &count);
  CHECK_FALSE(coroutine.next().has_value());
  CHECK(count == 0);
}

TEST_CASE("A pipe that nobody reads any more is an error") {
  INFO("hello is written into a pipe whose other end is closed");
  Pipe pipe;
  pipe.output.close();
  std::size_t count = 0;
  CHECK_THROWS_AS(run(writes(pipe.input.get(), "hello", &count)), std::system_error);
}

TEST_CASE("Two coroutines that write to one pipe are an error") {
  INFO("hello and world are written into one pipe by two coroutines");
  const Pipe pipe;
  std::size_t count = 0;
  CHECK_THROWS_AS(run(writes(pipe.input.get(), "hello", &count),
                      writes(pipe.input.get(), "world", &count)),
                  std::logic_error);
}

TEST_CASE("One event can be awaited again, and writes all of it again") {
  INFO("one event that writes hello is awaited twice");
  const Pipe pipe;
  const auto writes_twice = [](int file, std::size_t* count) -> Coroutine<> {
    AsyncWrite event(file, "hello");
    co_await event;
    *count = co_await event;
  };
  std::size_t count = 0;
  run(writes_twice(pipe.input.get(), &count));
  CHECK(count == 5);
  std::string got(10, ' ');
  CHECK(::read(pipe.output.get(), got.data(), got.size()) == 10);
  CHECK(got == "hellohello");
}

TEST_CASE("No piece is larger than 1024 bytes") {
  INFO("10000 bytes are to be written, and the coroutine was resumed once");
  const Pipe pipe;
  std::size_t count = 0;
  Coroutine<> writing = writes(pipe.input.get(), bytes(10'000), &count);
  writing.next();
  writing.next();
  int in_pipe = 0;
  common::check(::ioctl(pipe.output.get(), FIONREAD, &in_pipe), "ioctl");
  CHECK(in_pipe <= 1024);
}

TEST_CASE("A pipe that is full is no error") {
  INFO(
      "the pipe does not block and is full, and the coroutine was resumed all the "
      "same");
  const Pipe pipe(O_NONBLOCK);
  while (::write(pipe.input.get(), "xxxxxxxx", 8) > 0) continue;
  std::size_t count = 0;
  Coroutine<> writing = writes(pipe.input.get(), "hello", &count);
  CHECK(writing.next().has_value());
  CHECK(writing.next().has_value());
}

TEST_CASE("One may read and another write the same descriptor") {
  INFO(
      "one coroutine writes hello to a socket, another reads from it, a third answers");
  int ends[2];
  const int type = SOCK_STREAM | SOCK_CLOEXEC;
  common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
  const common::Fd ours(ends[0]), theirs(ends[1]);
  std::size_t count = 0, answered = 0;
  std::string heard, answer;
  run(reads(ours.get(), 5, &answer), writes(ours.get(), "hello", &count),
      reads(theirs.get(), 5, &heard), writes(theirs.get(), "world", &answered));
  CHECK(heard == "hello");
  CHECK(answer == "world");
}

TEST_CASE("Who can always write leaves the others their turns") {
  INFO("20000 bytes are written; one is due three times, another reads what is there");
  const Pipe pipe, other;
  common::check(::write(other.input.get(), "hello", 5), "write");
  const std::string data = bytes(20'000);
  std::size_t count = 0;
  std::vector<std::string> ended;
  const auto ends = [](std::vector<std::string>* ended, std::string name,
                       Coroutine<> coroutine) -> Coroutine<> {
    co_await coroutine;
    ended->push_back(name);
  };
  std::string got;
  run(ends(&ended, "writer", writes(pipe.input.get(), data, &count)),
      ends(&ended, "sleeper", is_due(3)),
      ends(&ended, "reader", reads(other.output.get(), 5, &got)));
  CHECK(ended.back() == "writer");
}

TEST_CASE("An event that the loop does not know is an error") {
  INFO("one coroutine awaits an event of its own");
  CHECK_THROWS_AS(run(waits_for_tea()), std::logic_error);
}
