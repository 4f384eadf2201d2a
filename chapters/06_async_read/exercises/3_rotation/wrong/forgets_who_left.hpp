// caught by: A newcomer gets a turn before anybody gets two
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
    const auto same = std::ranges::find(ready, last_);
    last_ = same == ready.end() || same + 1 == ready.end() ? ready.front() : same[1];
    return last_;
  }

 private:
  int last_ = -1;
};

}  // namespace exercise
