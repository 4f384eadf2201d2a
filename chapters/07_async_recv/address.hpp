#pragma once

#include <netdb.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace ch07 {

/// Where a socket can connect to.
class Address {
 public:
  explicit Address(const addrinfo& info) : size_(info.ai_addrlen) {
    std::memcpy(&storage_, info.ai_addr, size_);
  }

  /// AF_INET or AF_INET6.
  int family() const { return storage_.ss_family; }
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage_); }
  socklen_t size() const { return size_; }

 private:
  sockaddr_storage storage_{};
  socklen_t size_;
};

/// The addresses that a host has, at least one; std::runtime_error if it has none, or
/// is not known. To ask for a name can block: socket.getaddrinfo, which asyncio calls
/// in a thread.
inline std::vector<Address> resolve(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const std::string service = std::to_string(port);
  const int error = ::getaddrinfo(host.c_str(), service.c_str(), &hints, &found);
  if (error)
    throw std::runtime_error("getaddrinfo: " + host + ": " + gai_strerror(error));
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found,
                                                                   ::freeaddrinfo);
  std::vector<Address> addresses;
  for (; found; found = found->ai_next) addresses.push_back(Address(*found));
  return addresses;
}

}  // namespace ch07
