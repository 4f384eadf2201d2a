#pragma once

namespace ch02 {

/// Nothing, as a value: what a generator that is only ever asked for the next value is
/// sent. Python's None.
struct None {};

}  // namespace ch02
