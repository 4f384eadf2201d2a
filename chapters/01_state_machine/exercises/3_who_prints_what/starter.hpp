#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// next(). An example, and right: neither hears anything yet.
const Lines first_call = {"gave 1"};

/// send("a")
const Lines second_call = {};

/// send("b")
const Lines third_call = {};

/// throw_(enough), in the middle of it all
const Lines fourth_call = {};

/// send("c")
const Lines fifth_call = {};

/// throw_(enough), once more
const Lines sixth_call = {};

}  // namespace exercise
