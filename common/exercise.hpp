#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

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

/// Says "as predicted", or the first line in which what a program printed differs from
/// a reader's prediction; Unwritten, with its name, as long as there is none. A program
/// that prints nothing is predicted by the one line "nothing".
inline std::string compared(const std::vector<std::string>& prediction,
                            const std::string& printed,
                            const std::string& name = "what it prints") {
  if (prediction.empty()) throw Unwritten("write down, line by line, " + name);
  std::vector<std::string> lines;
  std::istringstream text(printed.empty() ? "nothing" : printed);
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  const auto told = [](const std::vector<std::string>& from, std::size_t i) {
    return i < from.size() ? "\"" + from[i] + "\"" : "no more";
  };
  for (std::size_t i = 0; i < std::max(lines.size(), prediction.size()); ++i)
    if (told(lines, i) != told(prediction, i))
      return name + ", line " + std::to_string(i + 1) + ": you said " +
             told(prediction, i) + ", the program says " + told(lines, i);
  return "as predicted";
}

}  // namespace common
