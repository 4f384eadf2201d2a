// caught by: close() unwinds from the innermost outwards, and is no exception
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
                        "outer is unwound", "raised no reason"};

/// auto generator = outer(), next(), next(), and now: generator.close()
const Lines closed = {"outer is unwound", "try is unwound", "middle is unwound",
                      "first is unwound", "second is unwound"};

}  // namespace exercise
