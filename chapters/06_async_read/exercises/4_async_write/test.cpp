#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
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
  Pipe() {
    int ends[2];
    common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
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
  const Pipe pipe;
  std::size_t count = 0;
  run(writes(pipe.input.get(), "hello", &count));
  CHECK(count == 5);
  std::string got(5, ' ');
  CHECK(::read(pipe.output.get(), got.data(), got.size()) == 5);
  CHECK(got == "hello");
}

TEST_CASE("More than a pipe holds is written while somebody reads") {
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
  const Pipe pipe;
  std::size_t count = 1;
  Coroutine<> coroutine = writes(pipe.input.get(), "", &count);
  CHECK_FALSE(coroutine.next().has_value());
  CHECK(count == 0);
}

TEST_CASE("A pipe that nobody reads any more is an error") {
  Pipe pipe;
  pipe.output.close();
  std::size_t count = 0;
  CHECK_THROWS_AS(run(writes(pipe.input.get(), "hello", &count)), std::system_error);
}

TEST_CASE("Two coroutines that write to one pipe are an error") {
  const Pipe pipe;
  std::size_t count = 0;
  CHECK_THROWS_AS(run(writes(pipe.input.get(), "hello", &count),
                      writes(pipe.input.get(), "world", &count)),
                  std::logic_error);
}
