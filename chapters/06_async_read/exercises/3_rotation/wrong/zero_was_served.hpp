// caught by: Each rotation begins with the lowest, and knows nothing of the others
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
    last_ = above == ready.end() ? ready.front() : *above;
    return last_;
  }

 private:
  int last_ = 0;
};

}  // namespace exercise
