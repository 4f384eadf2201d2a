#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "05_naive_loop/run.hpp"
#include "05_naive_loop/sleepy.hpp"

using namespace ch05;

int main() {
  elapsed();
  std::vector<Coroutine<>> sleepers;
  for (int number = 0; number < 5; ++number)
    sleepers.push_back(sleepy("coroutine " + std::to_string(number)));
  run(std::move(sleepers));
  std::printf("five sleepers, five steps: %.1f s\n", elapsed());
}
