// Time that waits move. Linked into a program, or loaded before it with LD_PRELOAD,
// this file stands in for the C library's clock and for the calls that wait on it: a
// wait lets time jump to its end instead of blocking, so that a program which sleeps
// for an hour ends at once and prints the same times on every run. What waits for
// descriptors asks the kernel first and lets time jump only if nothing is ready.

#include <errno.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <limits>

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t start = 1'000 * second;             // of every monotonic clock
constexpr std::int64_t calendar = 1'500'000'000 * second;  // what CLOCK_REALTIME adds

// How long real time may pass, for another thread or process to make something ready:
// before time jumps, and before a wait without an end counts as one that never ends.
constexpr std::int64_t grace = second / 4;
constexpr std::int64_t patience = 10 * second;

std::atomic<std::int64_t> now{start};

std::int64_t nanoseconds(const timespec& time) {
  return time.tv_sec * second + time.tv_nsec;
}

timespec time_of(std::int64_t nanoseconds) {
  return timespec{nanoseconds / second, nanoseconds % second};
}

/// The time so much later, or the end of time if that comes before.
std::int64_t later(std::int64_t time, std::int64_t wait) {
  return time + std::min(wait, std::numeric_limits<std::int64_t>::max() - time);
}

void jump_to(std::int64_t then) {
  std::int64_t seen = now;
  while (seen < then && !now.compare_exchange_weak(seen, then)) continue;
}

bool valid(const timespec& time) {
  return time.tv_sec >= 0 && time.tv_nsec >= 0 && time.tv_nsec < second;
}

/// True if somebody is there who could make a descriptor ready while this thread waits.
bool has_company() {
  siginfo_t nobody{};
  const bool children = waitid(P_ALL, 0, &nobody, WEXITED | WNOHANG | WNOWAIT) == 0;
  std::error_code ignored;
  const std::filesystem::directory_iterator threads("/proc/self/task", ignored), end;
  return children || std::distance(threads, end) > 1;
}

/// The kernel's own select, with the three sets left alone unless it says what is
/// ready.
int really_select(int count, fd_set* sets[3], std::int64_t patience) {
  fd_set copies[3];
  for (int i = 0; i < 3; ++i)
    if (sets[i]) copies[i] = *sets[i];
  timespec timeout = time_of(patience);
  const long ready = syscall(SYS_pselect6, count, sets[0] ? &copies[0] : nullptr,
                             sets[1] ? &copies[1] : nullptr,
                             sets[2] ? &copies[2] : nullptr, &timeout, nullptr);
  for (int i = 0; i < 3 && ready > 0; ++i)
    if (sets[i]) *sets[i] = copies[i];
  return static_cast<int>(ready);
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  switch (clock) {
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
      *time = time_of(now);
      return 0;
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
      *time = time_of(later(now, calendar));
      return 0;
    default:
      return static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  }
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec*) {
  if (!valid(*time)) return EINVAL;
  std::int64_t until = nanoseconds(*time);
  if (!(flags & TIMER_ABSTIME))
    until = later(now, until);
  else if (clock == CLOCK_REALTIME)
    until -= calendar;
  jump_to(until);
  return 0;
}

int nanosleep(const timespec* time, timespec* rest) {
  errno = clock_nanosleep(CLOCK_MONOTONIC, 0, time, rest);
  return errno ? -1 : 0;
}

int select(int count, fd_set* readable, fd_set* writeable, fd_set* exceptional,
           timeval* timeout) {
  fd_set* sets[3] = {readable, writeable, exceptional};
  int ready = really_select(count, sets, 0);
  if (ready == 0 && !timeout) {
    if (count > 0)
      ready = really_select(count, sets, has_company() ? patience : second);
    if (ready > 0) return ready;
    errno = ready == 0 ? EDEADLK : errno;  // nothing came: this wait would never end
    return -1;
  }
  const std::int64_t wait =
      timeout ? timeout->tv_sec * second + timeout->tv_usec * 1'000 : 0;
  if (ready == 0 && wait > 0 && count > 0)  // who has just gone may have left something
    ready = really_select(count, sets, has_company() ? grace : 0);
  if (ready != 0) return ready;
  for (fd_set* set : sets)
    if (set) FD_ZERO(set);
  jump_to(later(now, wait));
  return 0;
}

}  // extern "C"
