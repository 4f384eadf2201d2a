// Stands between the program and the C library: the program's calls to the kernel go
// through here, and the trace is told of each. Whatever comes next, virtual time or the
// kernel itself, answers.

#undef _FORTIFY_SOURCE  // under which read() and others are not for us to define

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "common/trace/json.hpp"
#include "common/trace/recorder.hpp"

namespace {

using common::Call;
using common::Recorder;
using std::chrono::nanoseconds;

thread_local bool asking = false;  // what the C library asks on its own is not told

/// The function that this one stands before.
template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// Makes a call, and tells the trace what `told` makes of the result. Only what waits
/// is told of outside of coroutines.
template <class Real, class Told>
auto ask(bool waits, Real real, Told told) {
  const std::shared_ptr<Recorder> recorder = asking ? nullptr : Recorder::current();
  if (!recorder || !(waits || recorder->in_a_step())) return real();
  asking = true;
  recorder->asks();
  const auto result = real();
  const int error = errno;
  recorder->answers(told(result));
  errno = error;
  asking = false;
  return result;
}

/// An error as the manual pages call it: those that input and output know best.
std::string name_of(int error) {
  switch (error) {
    case EAGAIN:
      return "EAGAIN";
    case EINTR:
      return "EINTR";
    case EINPROGRESS:
      return "EINPROGRESS";
    case EALREADY:
      return "EALREADY";
    case EISCONN:
      return "EISCONN";
    case ECONNREFUSED:
      return "ECONNREFUSED";
    case ECONNRESET:
      return "ECONNRESET";
    case ECONNABORTED:
      return "ECONNABORTED";
    case EPIPE:
      return "EPIPE";
    case EBADF:
      return "EBADF";
    case EINVAL:
      return "EINVAL";
    case EMFILE:
      return "EMFILE";
    case EDEADLK:
      return "EDEADLK";
    default:
      return ::strerror(error);
  }
}

/// A call that is about one descriptor, told as strace tells it.
template <class Real>
auto ask_about(const char* name, int descriptor, const std::string& more, Real real) {
  return ask(false, real, [&](auto result) {
    const std::string answer = result < 0 ? name_of(errno) : std::to_string(result);
    return Call(name, std::to_string(descriptor) + more, answer);
  });
}

std::string bytes(size_t size) { return ", " + std::to_string(size); }

nanoseconds duration(const timespec& time) {
  return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

/// A call that only lets time pass.
template <class Real>
int sleep_for(const char* name, nanoseconds duration, Real real) {
  return ask(true, real, [&](int error) {
    return Call(name, common::json::seconds(duration) + " s",
                error ? "interrupted" : "0");
  });
}

/// The descriptors whose bit is set.
std::vector<int> members(int count, const fd_set* set) {
  std::vector<int> list;
  for (int descriptor = 0; set && descriptor < count; ++descriptor)
    if (FD_ISSET(descriptor, set)) list.push_back(descriptor);
  return list;
}

/// "readable 4 5; " for a question or an answer; nothing for no descriptors.
std::string words(const std::string& what, const std::vector<int>& descriptors) {
  if (descriptors.empty()) return "";
  std::string text = what;
  for (int descriptor : descriptors)
    text.append(" ").append(std::to_string(descriptor));
  return text + "; ";
}

std::string at_most(const timeval* timeout) {
  if (!timeout) return "for ever";
  const auto left = std::chrono::seconds(timeout->tv_sec) +
                    std::chrono::microseconds(timeout->tv_usec);
  return "at most " + common::json::seconds(left) + " s";
}

}  // namespace

extern "C" {

int nanosleep(const timespec* time, timespec* rest) {
  static const auto real = next<decltype(::nanosleep)>("nanosleep");
  return sleep_for("nanosleep", duration(*time), [&] { return real(time, rest); });
}

int clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec* rest) {
  static const auto real = next<decltype(::clock_nanosleep)>("clock_nanosleep");
  timespec now{};
  if (flags & TIMER_ABSTIME) ::clock_gettime(clock, &now);
  return sleep_for("clock_nanosleep", duration(*time) - duration(now),
                   [&] { return real(clock, flags, time, rest); });
}

int select(int count, fd_set* readable, fd_set* writeable, fd_set* exceptional,
           timeval* timeout) {
  static const auto real = next<decltype(::select)>("select");
  const std::string asked = words("readable", members(count, readable)) +
                            words("writeable", members(count, writeable)) +
                            at_most(timeout);
  const auto call = [&] {
    return real(count, readable, writeable, exceptional, timeout);
  };
  return ask(true, call, [&](int ready) {
    Call told("select", asked, "nothing");
    if (ready < 0) told.answered = name_of(errno);
    if (ready <= 0) return told;
    told.readable = members(count, readable);
    told.writeable = members(count, writeable);
    told.answered =
        words("readable", told.readable) + words("writeable", told.writeable);
    told.answered.resize(told.answered.size() - 2);
    return told;
  });
}

ssize_t read(int file, void* buffer, size_t size) {
  static const auto real = next<decltype(::read)>("read");
  return ask_about("read", file, bytes(size), [&] { return real(file, buffer, size); });
}

ssize_t write(int file, const void* buffer, size_t size) {
  static const auto real = next<decltype(::write)>("write");
  return ask_about("write", file, bytes(size),
                   [&] { return real(file, buffer, size); });
}

ssize_t recv(int socket, void* buffer, size_t size, int flags) {
  static const auto real = next<decltype(::recv)>("recv");
  return ask_about("recv", socket, bytes(size),
                   [&] { return real(socket, buffer, size, flags); });
}

ssize_t send(int socket, const void* buffer, size_t size, int flags) {
  static const auto real = next<decltype(::send)>("send");
  return ask_about("send", socket, bytes(size),
                   [&] { return real(socket, buffer, size, flags); });
}

int accept(int socket, sockaddr* address, socklen_t* size) {
  static const auto real = next<decltype(::accept)>("accept");
  return ask_about("accept", socket, "", [&] { return real(socket, address, size); });
}

int accept4(int socket, sockaddr* address, socklen_t* size, int flags) {
  static const auto real = next<decltype(::accept4)>("accept4");
  return ask_about("accept4", socket, "",
                   [&] { return real(socket, address, size, flags); });
}

int connect(int socket, const sockaddr* address, socklen_t size) {
  static const auto real = next<decltype(::connect)>("connect");
  return ask_about("connect", socket, "", [&] { return real(socket, address, size); });
}

}  // extern "C"
