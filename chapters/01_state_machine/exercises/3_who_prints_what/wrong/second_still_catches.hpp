// caught by: What nobody catches is raised at the driver
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

/// send("c"): third breaks; second catches that and returns 7, which first yields
const Lines fifth_call = {"third hears c", "second catches broken", "gave 7"};

/// throw_(enough): second catches all that is thrown
const Lines sixth_call = {"second catches enough", "returned"};

}  // namespace exercise
