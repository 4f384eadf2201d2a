#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

namespace common::json {

/// A text as JSON writes it.
inline std::string string(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (c == '\n') {
      json += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char code[8];
      std::snprintf(code, sizeof code, "\\u%04x", c);
      json += code;
    } else {
      json += c;
    }
  }
  return json + '"';
}

/// A duration as JSON writes it: in seconds, to the microsecond.
inline std::string seconds(std::chrono::nanoseconds duration) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6f",
                std::chrono::duration<double>(duration).count());
  std::string number = text;
  number.erase(number.find_last_not_of('0') + 1);
  if (number.back() == '.') number.pop_back();
  return number;
}

/// A list as JSON writes it, each member as `member` writes it; where that writes
/// nothing, there is no member.
template <class List, class Member>
std::string list(const List& list, Member member) {
  std::string json;
  for (const auto& each : list) {
    const std::string text = member(each);
    if (!text.empty()) json += (json.empty() ? "" : ",") + text;
  }
  return "[" + json + "]";
}

/// An object as JSON writes it, put together member by member.
class Object {
 public:
  Object& add(std::string_view name, std::string_view value) {
    text_.append(text_.empty() ? "{" : ",").append(string(name)).append(":");
    text_.append(value);
    return *this;
  }

  std::string text() const { return text_ + "}"; }

 private:
  std::string text_;
};

}  // namespace common::json
