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
  INFO("three bytes wanted of a pipe that holds abc");
  Pipe pipe("abc");
  std::string got;
  ch06::run(reads(pipe.output.get(), 3, &got));
  CHECK(got == "abc");
}

TEST_CASE("What was there before the end is given") {
  INFO("five bytes wanted of a pipe that holds abc, and has been closed");
  Pipe pipe("abc");
  pipe.input.close();
  std::string got;
  ch06::run(reads(pipe.output.get(), 5, &got));
  CHECK(got == "abc");
}

TEST_CASE("The end may come while one waits") {
  INFO("nine bytes wanted; abc is there, de comes a second later, and then the end");
  Pipe pipe("abc");
  std::string got;
  ch06::run(reads(pipe.output.get(), 9, &got), writes(std::move(pipe.input), "de"));
  CHECK(got == "abcde");
}

TEST_CASE("Nobody there yet is not the end") {
  INFO("three bytes wanted, and one is resumed although there is nothing to read");
  Pipe pipe("", O_NONBLOCK);
  std::string got;
  Coroutine<> reader = reads(pipe.output.get(), 3, &got);
  reader.next();
  CHECK(reader.next().has_value());
  INFO("then abc comes, and the end");
  ch06::run(std::move(reader), writes(std::move(pipe.input), "abc"));
  CHECK(got == "abc");
}

TEST_CASE("The end is the end even if nobody was there before") {
  INFO("three bytes wanted, one is resumed in vain, and then the end comes");
  Pipe pipe("", O_NONBLOCK);
  std::string got;
  Coroutine<> reader = reads(pipe.output.get(), 3, &got);
  reader.next();
  reader.next();
  pipe.input.close();
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("A file with nothing in it ends at once") {
  INFO("three bytes wanted of a pipe that holds nothing, and has been closed");
  Pipe pipe("");
  pipe.input.close();
  std::string got = "?";
  ch06::run(reads(pipe.output.get(), 3, &got));
  CHECK(got == "");
}

TEST_CASE("An error is an error, and not the end") {
  INFO("a folder cannot be read");
  const common::Fd folder(common::check(::open("/", O_RDONLY | O_CLOEXEC), "open"));
  std::string got;
  CHECK_THROWS_AS(ch06::run(reads(folder.get(), 3, &got)), std::system_error);
}
