#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// auto generator = outer(), next(), next(), and now: tell(generator.next())
const Lines of_its_own = {};

/// then: tell(generator.next())
const Lines afterwards = {};

/// auto generator = outer(), next(), and now:
/// interrupt(generator, std::runtime_error("enough"))
const Lines thrown_in = {};

/// auto generator = outer(), next(), and now:
/// interrupt(generator, std::logic_error("no reason")), which is no runtime_error
const Lines uncaught = {};

/// auto generator = outer(), next(), next(), and now: generator.close()
const Lines closed = {};

}  // namespace exercise
