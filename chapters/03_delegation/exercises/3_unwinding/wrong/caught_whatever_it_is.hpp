// caught by: What no level catches unwinds all of them before it reaches the driver
#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// auto generator = outer(), next(), next(), and now: tell(generator.next())
const Lines of_its_own = {"second is unwound",    "first is unwound",
                          "middle is unwound",    "try is unwound",
                          "outer catches broken", "gave 3"};

/// then: tell(generator.next())
const Lines afterwards = {"outer is unwound", "returned"};

/// auto generator = outer(), next(), and now:
/// interrupt(generator, std::runtime_error("enough"))
const Lines thrown_in = {"first is unwound", "middle is unwound", "try is unwound",
                         "outer catches enough", "gave 3"};

/// auto generator = outer(), next(), and now:
/// interrupt(generator, std::logic_error("no reason")), which is no runtime_error
const Lines uncaught = {"first is unwound", "middle is unwound", "try is unwound",
                        "outer catches no reason", "gave 3"};

/// auto generator = outer(), next(), next(), and now: generator.close()
const Lines closed = {"second is unwound", "first is unwound", "middle is unwound",
                      "try is unwound", "outer is unwound"};

}  // namespace exercise
