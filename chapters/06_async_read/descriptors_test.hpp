#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include "common/fd.hpp"

// Descriptors and signals to test with. No test depends on how long anything takes: it
// waits until the kernel says that the thread under test waits.
namespace run_test {

using common::check;
using common::Fd;

/// The number of descriptors that this process has open.
inline std::ptrdiff_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd"), end;
  return std::distance(all, end) - 1;  // without the one that looks
}

/// The errno of the std::system_error that leaves the function; 0 if none does.
template <class Function>
int error_of(Function function) {
  try {
    function();
    return 0;
  } catch (const std::system_error& error) {
    return error.code().value();
  }
}

/// Checks in the end that as many descriptors are open as in the beginning.
class NothingLeaks {
 public:
  NothingLeaks() = default;
  NothingLeaks(const NothingLeaks&) = delete;
  ~NothingLeaks() { CHECK(open_descriptors() == before_); }

 private:
  std::ptrdiff_t before_ = open_descriptors();
};

/// A pipe: what is put into the input comes out at the output.
struct Pipe {
  explicit Pipe(int flags = 0) {
    int ends[2];
    check(::pipe2(ends, O_CLOEXEC | flags), "pipe2");
    output = Fd(ends[0]);
    input = Fd(ends[1]);
  }

  Fd output, input;
};

/// A second descriptor of what the first one stands for.
inline Fd another(const Fd& descriptor) {
  return Fd(check(::fcntl(descriptor.get(), F_DUPFD_CLOEXEC, 0), "fcntl"));
}

/// Writes all of the data, which must find room.
inline void put(const Fd& input, std::string_view data) {
  const ssize_t written = ::write(input.get(), data.data(), data.size());
  REQUIRE(written == static_cast<ssize_t>(data.size()));
}

/// Lets this process have descriptors below `count`, and no others, while it lives.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(rlim_t count) {
    check(::getrlimit(RLIMIT_NOFILE, &before_), "getrlimit");
    const rlimit limit{count, std::max(count, before_.rlim_max)};
    check(::setrlimit(RLIMIT_NOFILE, &limit), "setrlimit");
  }
  DescriptorLimit(const DescriptorLimit&) = delete;
  ~DescriptorLimit() { ::setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_;
};

/// Returns once the thread waits in the kernel. proc(5): after the name in parentheses
/// comes the state, and S is a wait that a signal can interrupt.
inline void until_asleep(pid_t thread) {
  const std::string path = "/proc/" + std::to_string(thread) + "/stat";
  while (true) {
    std::string line;
    std::getline(std::ifstream(path) >> std::ws, line);
    const auto name_end = line.rfind(')');
    if (name_end != std::string::npos && line.compare(name_end + 1, 2, " S") == 0)
      return;
    std::this_thread::yield();
  }
}

/// How often the handler of Interruptions has run.
inline std::atomic<int> interruptions{0};

/// Lets a thread interrupt this one with a signal, `times` times, each time when this
/// one waits in the kernel; when it waits again, the thread does what comes
/// `afterwards`.
class Interruptions {
 public:
  Interruptions(int times, std::function<void()> afterwards) {
    struct sigaction action{};
    action.sa_handler = [](int) { ++interruptions; };
    common::check(::sigaction(SIGUSR1, &action, &before_), "sigaction");
    interruptions = 0;
    thread_ = std::thread([=, waiting = ::gettid(), target = ::pthread_self()] {
      for (int sent = 1; sent <= times; ++sent) {
        until_asleep(waiting);
        ::pthread_kill(target, SIGUSR1);
        while (interruptions < sent) std::this_thread::yield();
      }
      until_asleep(waiting);
      afterwards();
    });
  }
  ~Interruptions() {
    thread_.join();
    ::sigaction(SIGUSR1, &before_, nullptr);
  }

 private:
  struct sigaction before_{};
  std::thread thread_;
};

}  // namespace run_test
