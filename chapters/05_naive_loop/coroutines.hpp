#pragma once

#include <concepts>
#include <utility>
#include <vector>

#include "04_async_sleep/event.hpp"

namespace ch05 {

using ch04::Coroutine;

/// The coroutines given one by one, as the list that run() takes. Python's *coroutines.
template <std::same_as<Coroutine<>>... Each>
std::vector<Coroutine<>> coroutines(Each... each) {
  std::vector<Coroutine<>> list;
  (list.push_back(std::move(each)), ...);
  return list;
}

}  // namespace ch05
