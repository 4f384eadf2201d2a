// caught by: The only one that is ready is served, again and again
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
    last_ = above == ready.end() ? -1 : *above;
    return last_;
  }

 private:
  int last_ = -1;
};

}  // namespace exercise
