#include <sys/time.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "06_async_read/run.hpp"
#include "pipe.hpp"
#include "show.hpp"

using namespace ch06;
using parity::print;

int input = -1;
volatile std::sig_atomic_t signals = 0;

void on_signal(int) {
  signals = signals + 1;
  if (signals == 3 && ::write(input, "hello", 5) != 5) std::_Exit(1);
}

/// Sends SIGALRM every so often; 0 is never.
void set_timer(int microseconds) {
  const timeval each{0, microseconds};
  const itimerval timer{each, each};
  common::check(::setitimer(ITIMER_REAL, &timer, nullptr), "setitimer");
}

Coroutine<> listen(int pipe) {
  print("waits");
  const std::string word = co_await AsyncRead(pipe, 5);
  set_timer(0);
  print("got", word);
}

int main() {
  const parity::Pipe pipe;
  input = pipe.input();
  std::signal(SIGALRM, on_signal);
  set_timer(10'000);
  run(listen(pipe.output()));
  print("interrupted three times:", signals >= 3 ? "yes" : "no");
}
