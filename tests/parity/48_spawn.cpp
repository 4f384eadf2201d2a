#include <cstdio>
#include <string>

#include "05_naive_loop/sleepy.hpp"
#include "08_one_event/run.hpp"
#include "08_one_event/spawn.hpp"

using namespace ch08;
using ch04::asleep;
using ch04::Seconds;
using ch05::elapsed;

Coroutine<> child(std::string name) {
  std::printf("%s begins at %.1f\n", name.c_str(), elapsed());
  co_await asleep(Seconds(0.2));
  std::printf("%s ends at %.1f\n", name.c_str(), elapsed());
}

Coroutine<> parent() {
  for (const char* name : {"one", "two"}) {
    std::printf("spawns %s\n", name);
    Spawn spawn(child(name));
    co_await spawn;
    std::printf("has spawned %s\n", name);
  }
  co_await asleep(Seconds(0.1));
  std::printf("the parent ends at %.1f\n", elapsed());
}

Coroutine<> bystander() {
  std::printf("the bystander begins\n");
  co_await asleep(Seconds(0.4));
  std::printf("the bystander ends at %.1f\n", elapsed());
}

int main() {
  elapsed();
  run(parent(), bystander());
}
