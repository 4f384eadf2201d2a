#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>

#include "common/fd.hpp"

namespace ch02 {

/// What a process that makes `call`, and aborts in it, writes to stderr; empty if it
/// ends in any other way.
inline std::string last_words(const std::function<void()>& call) {
  int ends[2];
  common::check(::pipe(ends), "pipe");
  const common::Fd out(ends[0]);
  common::Fd in(ends[1]);
  const pid_t child = common::check(::fork(), "fork");
  if (child == 0) {
    ::dup2(in.get(), STDERR_FILENO);
    ::signal(SIGABRT, SIG_DFL);  // doctest would report a crash
    const rlimit no_core{};
    ::setrlimit(RLIMIT_CORE, &no_core);
    call();
    ::_exit(0);
  }
  in.close();
  std::string words;
  char bytes[256];
  while (const ssize_t count = common::check(::read(out.get(), bytes, 256), "read"))
    words.append(bytes, static_cast<std::size_t>(count));
  int status = 0;
  common::check(::waitpid(child, &status, 0), "waitpid");
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? words : "";
}

}  // namespace ch02
