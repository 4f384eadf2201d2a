#pragma once

#include <dlfcn.h>
#include <netdb.h>
#include <sys/socket.h>

#include <string_view>

/// The C library's getaddrinfo, but that localhost is 127.0.0.1 and nothing else,
/// whatever this machine has been told: the trace is to be the same everywhere.
extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** found) {
  static const auto real =
      reinterpret_cast<decltype(&::getaddrinfo)>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  const bool is_localhost = host && std::string_view(host) == "localhost";
  return real(is_localhost ? "127.0.0.1" : host, service, hints, found);
}
