#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "04_async_sleep/async_sleep.hpp"
#include "05_naive_loop/run.hpp"
#include "06_async_read/descriptors_test.hpp"

using namespace run_test;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using std::chrono::system_clock;

const Clock::time_point program_start = Clock::now();

/// What select() found: how many descriptors, errno if that is -1, and whether ours was
/// among them.
struct Selected {
  int count, error;
  bool ready;
};

/// Waits until the descriptor can be read, for as long as `timeout` says: nullopt is
/// for ever.
Selected select_readable(int descriptor, std::optional<timeval> timeout) {
  fd_set set;
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  errno = 0;
  const int count =
      ::select(descriptor + 1, &set, nullptr, nullptr, timeout ? &*timeout : nullptr);
  return Selected{count, errno, FD_ISSET(descriptor, &set) != 0};
}

/// The time that passes outside.
std::chrono::nanoseconds real_time() {
  timespec time;
  check(::syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &time), "clock_gettime");
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

TEST_CASE("Every program starts at the same time, and no time passes while it works") {
  CHECK(program_start.time_since_epoch() == 1'000s);
  const std::chrono::nanoseconds before = real_time();
  const Clock::time_point start = Clock::now();
  while (real_time() - before < 1ms) continue;
  CHECK(Clock::now() == start);
}

TEST_CASE("A sleep moves the clock by what was asked for, and takes no time") {
  const std::chrono::nanoseconds before = real_time();
  const Clock::time_point start = Clock::now();
  std::this_thread::sleep_for(24h);
  CHECK(Clock::now() - start == 24h);
  std::this_thread::sleep_for(1ns);
  CHECK(Clock::now() - start == 24h + 1ns);
  CHECK(real_time() - before < 1h);
}

TEST_CASE("A sleep until a point in time moves the clock there, and never back") {
  const Clock::time_point start = Clock::now();
  std::this_thread::sleep_until(start + 3s);
  CHECK(Clock::now() == start + 3s);
  std::this_thread::sleep_until(start);
  CHECK(Clock::now() == start + 3s);
  const system_clock::time_point later = system_clock::now() + 3s;
  std::this_thread::sleep_until(later);
  CHECK(system_clock::now() == later);
}

TEST_CASE(
    "A sleep until a point in time, asked of the kernel itself, ends at that point") {
  const Clock::time_point start = Clock::now();
  for (clockid_t clock : {CLOCK_MONOTONIC, CLOCK_REALTIME}) {
    timespec until;
    ::clock_gettime(clock, &until);
    until.tv_sec += 2;
    CHECK(::clock_nanosleep(clock, TIMER_ABSTIME, &until, nullptr) == 0);
  }
  CHECK(Clock::now() == start + 4s);
}

TEST_CASE("The steady clock and the calendar agree on how much time has passed") {
  const auto steady = Clock::now();
  const auto calendar = system_clock::now();
  std::this_thread::sleep_for(90min);
  CHECK(Clock::now() - steady == 90min);
  CHECK(system_clock::now() - calendar == 90min);
}

TEST_CASE("The clock of the processor's time stays real") {
  const auto processor = [] {
    timespec time;
    check(::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time), "clock_gettime");
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  };
  std::this_thread::sleep_for(1'000'000s);
  CHECK(processor() < 1'000s);
  const auto before = processor();
  while (processor() == before) continue;
}

TEST_CASE("A sleep of no sensible length is an error, and moves nothing") {
  const Clock::time_point start = Clock::now();
  for (const timespec time :
       {timespec{-1, 0}, timespec{0, -1}, timespec{0, 1'000'000'000}}) {
    errno = 0;
    CHECK(::nanosleep(&time, nullptr) == -1);
    CHECK(errno == EINVAL);
    CHECK(::clock_nanosleep(CLOCK_MONOTONIC, 0, &time, nullptr) == EINVAL);
  }
  CHECK(Clock::now() == start);
}

TEST_CASE("select finds what is ready, and no time passes") {
  const Pipe pipe;
  put(pipe.input, "a");
  const Clock::time_point start = Clock::now();
  for (std::optional<timeval> timeout :
       {std::optional(timeval{5, 0}), std::optional(timeval{0, 0}),
        std::optional<timeval>()}) {
    const Selected selected = select_readable(pipe.output.get(), timeout);
    CHECK(selected.count == 1);
    CHECK(selected.ready);
  }
  CHECK(Clock::now() == start);
}

TEST_CASE("select moves the clock by its timeout if nothing is ready") {
  const Pipe pipe;
  const Clock::time_point start = Clock::now();
  const Selected selected = select_readable(pipe.output.get(), timeval{5, 250'000});
  CHECK(selected.count == 0);
  CHECK_FALSE(selected.ready);
  CHECK(Clock::now() - start == 5s + 250ms);
}

TEST_CASE("select without a timeout to wait for moves nothing") {
  const Pipe pipe;
  const Clock::time_point start = Clock::now();
  const Selected selected = select_readable(pipe.output.get(), timeval{0, 0});
  CHECK(selected.count == 0);
  CHECK_FALSE(selected.ready);
  CHECK(Clock::now() == start);
}

TEST_CASE("select without descriptors is a sleep") {
  const Clock::time_point start = Clock::now();
  timeval timeout{3, 0};
  CHECK(::select(0, nullptr, nullptr, nullptr, &timeout) == 0);
  CHECK(Clock::now() - start == 3s);
}

TEST_CASE("select looks at what can be written, too") {
  const Pipe pipe;
  fd_set set;
  FD_ZERO(&set);
  FD_SET(pipe.input.get(), &set);
  CHECK(::select(pipe.input.get() + 1, nullptr, &set, nullptr, nullptr) == 1);
  CHECK(FD_ISSET(pipe.input.get(), &set));
}

TEST_CASE("A wait that nobody can end is refused") {
  const Pipe pipe;
  const Clock::time_point start = Clock::now();
  const Selected selected = select_readable(pipe.output.get(), std::nullopt);
  CHECK(selected.count == -1);
  CHECK(selected.error == EDEADLK);
  CHECK(::select(0, nullptr, nullptr, nullptr, nullptr) == -1);
  CHECK(errno == EDEADLK);
  CHECK(Clock::now() == start);
}

TEST_CASE("select says what the kernel says of a descriptor that is not open") {
  const int closed = Pipe().output.get();
  const Selected selected = select_readable(closed, timeval{5, 0});
  CHECK(selected.count == -1);
  CHECK(selected.error == EBADF);
}

TEST_CASE("A thread that writes later is waited for, and no time passes") {
  const Pipe pipe;
  const Clock::time_point start = Clock::now();
  std::thread writer([&pipe, waiting = ::gettid()] {
    until_asleep(waiting);
    put(pipe.input, "a");
  });
  CHECK(select_readable(pipe.output.get(), std::nullopt).ready);
  CHECK(Clock::now() == start);
  writer.join();
}

TEST_CASE("A child that writes later is waited for, and no time passes") {
  const Pipe pipe;
  const Clock::time_point start = Clock::now();
  const pid_t waiting = ::gettid();
  const pid_t child = check(::fork(), "fork");
  if (child == 0) {
    until_asleep(waiting);
    ::_exit(::write(pipe.input.get(), "a", 1) == 1 ? 0 : 1);
  }
  CHECK(select_readable(pipe.output.get(), std::nullopt).ready);
  CHECK(Clock::now() == start);
  CHECK(check(::waitpid(child, nullptr, 0), "waitpid") == child);
}

TEST_CASE("A thread that is at work is given a moment before the clock moves") {
  bool waited_for = false;
  for (int attempt = 0; attempt < 100 && !waited_for; ++attempt) {
    const Pipe pipe;
    const Clock::time_point start = Clock::now();
    std::thread writer([&pipe, waiting = ::gettid()] {
      until_asleep(waiting);
      put(pipe.input, "a");
    });
    waited_for = select_readable(pipe.output.get(), timeval{3'600, 0}).ready &&
                 Clock::now() == start;
    writer.join();
  }
  CHECK(waited_for);
}

TEST_CASE("A thread that does nothing holds the clock up only for a moment") {
  const Pipe wanted, end;
  std::thread other([&end] {
    char byte;
    check(::read(end.output.get(), &byte, 1), "read");
  });
  const Clock::time_point start = Clock::now();
  CHECK(select_readable(wanted.output.get(), timeval{3'600, 0}).count == 0);
  CHECK(Clock::now() - start == 1h);
  put(end.input, "a");
  other.join();
}

TEST_CASE("A signal interrupts a wait, as it does in the kernel") {
  const Pipe pipe;
  const Interruptions one(1, [] {});
  const Selected selected = select_readable(pipe.output.get(), std::nullopt);
  CHECK(selected.count == -1);
  CHECK(selected.error == EINTR);
  put(pipe.input, "a");
  CHECK(select_readable(pipe.output.get(), std::nullopt).ready);
}

TEST_CASE("Two runs of one program see the same times, to the nanosecond") {
  const auto sleep = [](std::string& log, double seconds) -> ch05::Coroutine<> {
    const Clock::time_point start = Clock::now();
    for (int i = 0; i < 3; ++i) {
      co_await ch04::asleep(ch04::Seconds(seconds));
      log += std::to_string((Clock::now() - start).count()) + " ";
    }
  };
  std::string first, second;
  ch05::run(sleep(first, 0.1), sleep(first, 1.0 / 3), sleep(first, 0.25));
  ch05::run(sleep(second, 0.1), sleep(second, 1.0 / 3), sleep(second, 0.25));
  CHECK(first == second);
  CHECK(first.starts_with("100000000 200000000 250000000 "));
}

TEST_CASE("The clock stops at the end of time") {
  using std::chrono::seconds;
  std::this_thread::sleep_until(Clock::time_point::max());
  CHECK(Clock::now() == Clock::time_point::max());
  std::this_thread::sleep_for(1h);
  timeval timeout{1, 0};
  CHECK(::select(0, nullptr, nullptr, nullptr, &timeout) == 0);
  CHECK(Clock::now() == Clock::time_point::max());
  CHECK(system_clock::now().time_since_epoch() == Clock::duration::max());
}
