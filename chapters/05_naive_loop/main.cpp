#include <cstdio>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"

using namespace ch05;

int main() try {
  const double start = elapsed();
  std::vector<Coroutine<>> sleepers;
  for (int i = 0; i < 5; ++i)
    sleepers.push_back(sleepy("coroutine " + std::to_string(i)));
  run(std::move(sleepers));
  std::printf("five sleepers, five steps: %.1f s\n", elapsed() - start);
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
