// caught by: A generator that was never asked has a frame to let go of, too
#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// Generator<int> generator = called();
const Lines at_the_call = {"guest goes"};

/// then, at the first generator.next()
const Lines at_the_first_next = {"the door opens for guest"};

/// at generator.close(), after that one next()
const Lines at_close = {"first goes", "guest goes"};

/// at the third generator.next() of another generator, which gives nullopt
const Lines at_the_end = {"the door closes", "second goes", "first goes"};

/// and when that one, whose body has ended, is destroyed
const Lines at_destruction = {"guest goes"};

/// when a generator is destroyed that was called and never asked
const Lines never_asked = {"nothing"};

}  // namespace exercise
