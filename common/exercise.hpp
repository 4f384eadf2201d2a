#pragma once

#include <exception>
#include <sstream>
#include <string>
#include <utility>

namespace common {

/// What a starter throws where something is still to be written. It is no
/// std::logic_error, so that nothing takes it for an error that a test expects.
class Unwritten : public std::exception {
 public:
  explicit Unwritten(const std::string& what) : what_("unwritten: " + what) {}
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

/// The values with a blank between them, so that a test can say what came.
template <class Values>
std::string listed(const Values& values) {
  std::ostringstream text;
  for (const char* blank = ""; const auto& value : values)
    text << std::exchange(blank, " ") << value;
  return text.str();
}

}  // namespace common
