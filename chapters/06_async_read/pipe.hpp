#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/async_read.hpp"
#include "common/fd.hpp"

namespace ch06 {

/// Reads a word from a pipe to which nothing has been written yet.
inline Coroutine<> listener(int pipe) {
  std::printf("listener waits at %.2f\n", ch05::elapsed());
  const std::string word = co_await AsyncRead(pipe, 5);
  std::printf("listener got %s at %.2f\n", word.c_str(), ch05::elapsed());
}

/// Sleeps, and only then writes the word.
inline Coroutine<> speaker(int pipe) {
  co_await ch04::asleep(ch04::Seconds(0.25));
  std::printf("speaker writes at %.2f\n", ch05::elapsed());
  common::check(::write(pipe, "hello", 5), "write");
}

}  // namespace ch06
