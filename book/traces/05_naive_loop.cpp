// Chapter 05's program, traced.

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"
#include "common/trace.hpp"

using namespace ch05;
using common::traced;

int main() {
  const double start = elapsed();
  std::vector<Coroutine<>> sleepers;
  for (int i = 0; i < 5; ++i) {
    const std::string name = "coroutine " + std::to_string(i);
    sleepers.push_back(traced(name, sleepy(name)));
  }
  run(std::move(sleepers));
  std::printf("five sleepers, five steps: %.1f s\n", elapsed() - start);
}
