#pragma once

#include <algorithm>
#include <vector>

// Alternatives: a queue of the readers in the order in which they were served last; it
// is fairer to newcomers, who have waited longest. To serve all that are ready, as
// chapter 6 does, needs no rotation, and one select for all of them.

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
  int last_ = -1;
};

}  // namespace exercise
