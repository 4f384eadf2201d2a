#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <system_error>

#include "04_async_sleep/async_sleep.hpp"
#include "06_async_read/run.hpp"
#include "common/fd.hpp"

#include EXERCISE

using exercise::ByteRead;
using exercise::Coroutine;

namespace {

/// Reads so many bytes and puts them into `got`.
Coroutine<> reads(int file, std::size_t amount, std::string* got) {
  ByteRead event(file, amount);
  *got = co_await event;
}

/// Writes the text later on, and then closes the pipe.
Coroutine<> writes(common::Fd input, std::string text) {
  co_await ch04::asleep(ch04::Seconds(1));
  common::check(::write(input.get(), text.data(), text.size()), "write");
  input.close();
}

/// A pipe, with the text in it, and what remains of it.
struct Pipe {
  explicit Pipe(const std::string& text, int flags = 0) {
    int ends[2];
    common::check(::pipe2(ends, O_CLOEXEC | flags), "pipe2");
    output = common::Fd(ends[0]);
    input = common::Fd(ends[1]);
    common::check(::write(input.get(), text.data(), text.size()), "write");
  }

  common::Fd output, input;
};

}  // namespace

TEST_CASE("A file that holds enough is read as far as was asked") {
  Pipe pipe("abc");
  std::string got;
  ch06::run(reads(pipe.output.get(), 3, &got));
  CHECK(got == "abc");
}

TEST_CASE("What was there before the end is given") {
  Pipe pipe("abc");
  pipe.input.close();
  std::string got;
  INFO("five bytes wanted of a pipe that holds abc, and has been closed");
  ch06::run(reads(pipe.output.get(), 5, &got));
  CHECK(got == "abc");
}

TEST_CASE("The end may come while one waits") {
  Pipe pipe("abc");
  std::string got;
  ch06::run(reads(pipe.output.get(), 9, &got), writes(std::move(pipe.input), "de"));
  CHECK(got == "abcde");
}

TEST_CASE("Nobody there yet is not the end") {
  Pipe pipe("", O_NONBLOCK);
  std::string got;
  Coroutine<> reader = reads(pipe.output.get(), 3, &got);
  reader.next();
  INFO("resumed although there is nothing to read, and then run");
  CHECK(reader.next().has_value());
  ch06::run(std::move(reader), writes(std::move(pipe.input), "abc"));
  CHECK(got == "abc");
}

TEST_CASE("An error is an error, and not the end") {
  const common::Fd folder(common::check(::open("/", O_RDONLY | O_CLOEXEC), "open"));
  std::string got;
  INFO("a folder cannot be read");
  CHECK_THROWS_AS(ch06::run(reads(folder.get(), 3, &got)), std::system_error);
}
