#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/select.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <system_error>
#include <thread>

#include "common/exercise.hpp"
#include "common/fd.hpp"

#include EXERCISE

using exercise::Clock;
using exercise::milliseconds;
using exercise::readable;

namespace {

/// Stands in for select(): a signal comes every so often, for a number of times, and
/// then the real one is asked. A wait that is interrupted leaves the set in disorder;
/// less than no time is an error.
class Interrupted {
 public:
  Interrupted(milliseconds every, int times) : Interrupted(every, times, every) {}

  /// The same for waits of so long at least; the signal may come when they are over.
  Interrupted(milliseconds every, int times, milliseconds least)
      : every_(every), least_(least), times_(times) {}

  int operator()(int count, fd_set* rlist, fd_set* wlist, fd_set* xlist,
                 timeval* left) {
    if (++calls_ > 100) throw std::runtime_error("asked a hundred times");
    if (left->tv_sec < 0 || left->tv_usec < 0) {
      errno = EINVAL;
      return -1;
    }
    const milliseconds wait(left->tv_sec * 1000 + left->tv_usec / 1000);
    if (times_ == 0 || wait < least_) return ::select(count, rlist, wlist, xlist, left);
    --times_;
    std::this_thread::sleep_for(every_);
    FD_ZERO(rlist);
    errno = EINTR;
    return -1;
  }

 private:
  milliseconds every_, least_;
  int times_;
  int calls_ = 0;
};

/// A pipe, with a byte in it or not.
struct Pipe {
  explicit Pipe(bool full) {
    int ends[2];
    common::check(::pipe2(ends, O_CLOEXEC), "pipe2");
    output = common::Fd(ends[0]);
    input = common::Fd(ends[1]);
    if (full) common::check(::write(input.get(), "x", 1), "write");
  }

  common::Fd output, input;
};

/// How many milliseconds a call takes.
template <class Call>
long took(Call call) {
  const Clock::time_point start = Clock::now();
  call();
  return std::chrono::round<milliseconds>(Clock::now() - start).count();
}

constexpr milliseconds second(1000);

}  // namespace

TEST_CASE("Without a signal the wait takes its time") {
  INFO("nothing to read, for a second");
  const Pipe pipe(false);
  CHECK(took([&] { readable({pipe.output.get()}, second, ::select); }) == 1000);
}

TEST_CASE("What can be read is told at once") {
  INFO("something to read, and a second to wait");
  const Pipe pipe(true);
  CHECK(took([&] {
          CHECK(readable({pipe.output.get()}, second, ::select).size() == 1);
        }) == 0);
}

TEST_CASE("A signal does not end the wait") {
  INFO("a signal after 0.3 s, and nothing to read");
  const Pipe pipe(false);
  Interrupted ask(milliseconds(300), 1);
  CHECK(took([&] { readable({pipe.output.get()}, second, ask); }) == 1000);
}

TEST_CASE("Signals do not make the wait longer") {
  INFO("a signal every 0.3 s, and nothing to read");
  const Pipe pipe(false);
  Interrupted ask(milliseconds(300), 50);
  CHECK(took([&] { readable({pipe.output.get()}, second, ask); }) == 1000);
}

TEST_CASE("The sets are made anew for each call") {
  INFO("a signal after 0.3 s, and something to read");
  const Pipe pipe(true);
  Interrupted ask(milliseconds(300), 1);
  const std::vector<int> found = readable({pipe.output.get()}, second, ask);
  CHECK(common::listed(found) == std::to_string(pipe.output.get()));
}

TEST_CASE("An error that is no signal is an error") {
  INFO("a descriptor that is closed");
  Pipe pipe(false);
  const int closed = pipe.output.get();
  pipe.output.close();
  CHECK_THROWS_AS(readable({closed}, second, ::select), std::system_error);
}

TEST_CASE("A signal that comes when the time is over is no error") {
  INFO("nothing to read; after 1.5 s of the second that one would wait, a signal");
  const Pipe pipe(false);
  Interrupted ask(milliseconds(1500), 1, second);
  CHECK(took([&] { readable({pipe.output.get()}, second, ask); }) == 1500);
}

TEST_CASE("No time to wait is time for a look") {
  INFO("something to read, and no time to wait");
  const Pipe pipe(true);
  CHECK(readable({pipe.output.get()}, milliseconds(0), ::select).size() == 1);
}
