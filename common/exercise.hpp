#pragma once

#include <exception>
#include <string>

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

}  // namespace common
