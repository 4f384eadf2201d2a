#pragma once

#include <string>
#include <vector>

// Alternatives: initial_suspend could answer suspend_never, as an async function of C#
// does in effect; then the call would open the door. Python frees the parameters of a
// generator together with its locals, as soon as the body has ended, and from the first
// to the last: there the guest goes before "first", and that before "second".

namespace exercise {

using Lines = std::vector<std::string>;

/// Generator<int> generator = called();
const Lines at_the_call = {"nothing"};

/// then, at the first generator.next()
const Lines at_the_first_next = {"the door opens for guest"};

/// at generator.close(), after that one next()
const Lines at_close = {"first goes", "guest goes"};

/// at the third generator.next() of another generator, which gives nullopt
const Lines at_the_end = {"the door closes", "second goes", "first goes"};

/// and when that one, whose body has ended, is destroyed
const Lines at_destruction = {"guest goes"};

/// when a generator is destroyed that was called and never asked
const Lines never_asked = {"guest goes"};

}  // namespace exercise
