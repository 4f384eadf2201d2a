#include <cstddef>
#include <vector>

#include "01_state_machine/parts_and_pos.hpp"
#include "show.hpp"

using ch01::gather;
using ch01::PartsAndPos;
using namespace parity;

std::vector<PartsAndPos> three() {
  return {PartsAndPos("first"), PartsAndPos("second"), PartsAndPos("third")};
}

int main() {
  print("always the first");
  gather(three(), [](std::size_t) { return 0; });
  print("always the last");
  gather(three(), [](std::size_t count) { return count - 1; });
  print("now this one, now that one");
  const std::vector<std::size_t> script = {1, 0, 2, 1, 1, 0};
  std::size_t turn = 0;
  gather(three(), [&](std::size_t) { return script[turn++]; });
}
