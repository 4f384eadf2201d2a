// caught by: What is thrown in goes to the innermost as well, which may catch it
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

/// throw_(enough): second has a catch, and comes before third
const Lines fourth_call = {"second catches enough", "gave 7"};

/// send("c"): third breaks; second catches that and returns 7, which first yields
const Lines fifth_call = {"third hears c", "second catches broken", "gave 7"};

/// throw_(enough): first stands at a yield of its own again, and has no catch
const Lines sixth_call = {"raised enough"};

}  // namespace exercise
