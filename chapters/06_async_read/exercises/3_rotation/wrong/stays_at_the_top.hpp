// caught by: After the highest it is the turn of the lowest
#pragma once

#include <algorithm>
#include <vector>

namespace exercise {

/// Takes turns among descriptors.
class Rotation {
 public:
  /// Of the descriptors that are ready, lowest first and at least one, the one whose
  /// turn it is.
  int next_reader(const std::vector<int>& ready) {
    const auto above = std::ranges::upper_bound(ready, last_);
    if (above == ready.end()) return ready.back();
    return last_ = *above;
  }

 private:
  int last_ = -1;
};

}  // namespace exercise
