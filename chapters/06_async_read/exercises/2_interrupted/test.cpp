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
/// then the real one is asked. A wait that is interrupted leaves the set in disorder.
class Interrupted {
 public:
  Interrupted(milliseconds every, int times) : every_(every), times_(times) {}

  int operator()(int count, fd_set* rlist, fd_set* wlist, fd_set* xlist,
                 timeval* left) {
    if (++calls_ > 100) throw std::runtime_error("asked a hundred times");
    const milliseconds wait(left->tv_sec * 1000 + left->tv_usec / 1000);
    if (times_ == 0 || wait < every_) return ::select(count, rlist, wlist, xlist, left);
    --times_;
    std::this_thread::sleep_for(every_);
    FD_ZERO(rlist);
    errno = EINTR;
    return -1;
  }

 private:
  milliseconds every_;
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
  const Pipe pipe(false);
  CHECK(took([&] { readable({pipe.output.get()}, second, ::select); }) == 1000);
}

TEST_CASE("What can be read is told at once") {
  const Pipe pipe(true);
  CHECK(took([&] {
          CHECK(readable({pipe.output.get()}, second, ::select).size() == 1);
        }) == 0);
}

TEST_CASE("A signal does not end the wait") {
  const Pipe pipe(false);
  Interrupted ask(milliseconds(300), 1);
  INFO("a signal after 0.3 s, and nothing to read");
  CHECK(took([&] { readable({pipe.output.get()}, second, ask); }) == 1000);
}

TEST_CASE("Signals do not make the wait longer") {
  const Pipe pipe(false);
  Interrupted ask(milliseconds(300), 50);
  INFO("a signal every 0.3 s, and nothing to read");
  CHECK(took([&] { readable({pipe.output.get()}, second, ask); }) == 1000);
}

TEST_CASE("The sets are made anew for each call") {
  const Pipe pipe(true);
  Interrupted ask(milliseconds(300), 1);
  INFO("a signal after 0.3 s, and something to read");
  const std::vector<int> found = readable({pipe.output.get()}, second, ask);
  CHECK(common::listed(found) == std::to_string(pipe.output.get()));
}

TEST_CASE("An error that is no signal is an error") {
  Pipe pipe(false);
  const int closed = pipe.output.get();
  pipe.output.close();
  CHECK_THROWS_AS(readable({closed}, second, ::select), std::system_error);
}
