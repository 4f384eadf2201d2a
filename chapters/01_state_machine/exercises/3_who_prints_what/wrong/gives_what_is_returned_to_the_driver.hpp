// caught by: What the innermost raises is caught by the nearest that catches
#pragma once

#include <string>
#include <vector>

namespace exercise {

using Lines = std::vector<std::string>;

/// next(). An example, and right: neither hears anything yet.
const Lines first_call = {"gave 1"};

/// send("a"): first stands at its own yield and takes the word; third only starts
const Lines second_call = {"first hears a", "gave 10"};

/// send("b"): first and second stand at a yield of third's
const Lines third_call = {"third hears b", "gave 20"};

/// throw_(enough): third catches it and yields on, and nobody above notices
const Lines fourth_call = {"third catches enough", "gave 30"};

/// send("c"): third breaks; second catches that and returns
const Lines fifth_call = {"third hears c", "second catches broken", "returned"};

/// throw_(enough): first stands at a yield of its own again, and has no catch
const Lines sixth_call = {"raised enough"};

}  // namespace exercise
