#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// Generator<int> generator = called();
const Lines at_the_call = {};

/// then, at the first generator.next()
const Lines at_the_first_next = {};

/// at generator.close(), after that one next()
const Lines at_close = {};

/// at the third generator.next() of another generator, which gives nullopt
const Lines at_the_end = {};

/// and when that one, whose body has ended, is destroyed
const Lines at_destruction = {};

/// when a generator is destroyed that was called and never asked
const Lines never_asked = {};

}  // namespace exercise
