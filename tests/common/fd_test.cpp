#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>
#include <type_traits>
#include <utility>

#include "common/fd.hpp"

using common::check;
using common::Fd;

bool is_open(int descriptor) { return ::fcntl(descriptor, F_GETFD) >= 0; }

int open_null() { return check(::open("/dev/null", O_RDONLY | O_CLOEXEC), "open"); }

TEST_CASE("check gives a result that is not negative back, whatever its type") {
  CHECK(check(0, "call") == 0);
  CHECK(check(7, "call") == 7);
  const ssize_t large = ssize_t{1} << 40;
  CHECK(check(large, "call") == large);
}

TEST_CASE(
    "check turns a negative result into an error with errno and the call's name") {
  errno = ENOENT;
  try {
    check(-1, "open");
    FAIL("check returned");
  } catch (const std::system_error& error) {
    CHECK(error.code().value() == ENOENT);
    CHECK(doctest::String(error.what()) == doctest::Contains("open: "));
  }
}

TEST_CASE("A descriptor is closed when its owner goes") {
  int descriptor;
  {
    const Fd owner(open_null());
    descriptor = owner.get();
    CHECK(is_open(descriptor));
  }
  CHECK_FALSE(is_open(descriptor));
}

TEST_CASE("Descriptor 0 is closed like any other") {
  const Fd input(check(::dup(0), "dup"));
  check(::dup2(open_null(), 0), "dup2");
  {
    const Fd owner(0);
  }
  CHECK_FALSE(is_open(0));
  check(::dup2(input.get(), 0), "dup2");
}

TEST_CASE("A descriptor that moves is closed once, by its last owner") {
  Fd first(open_null());
  const int descriptor = first.get();
  {
    const Fd last = std::move(first);
    CHECK(first.get() == -1);
    CHECK(last.get() == descriptor);
  }
  CHECK_FALSE(is_open(descriptor));
}

TEST_CASE("An owner that is given another descriptor closes the one that it had") {
  Fd owner(open_null());
  const int before = owner.get();
  Fd other(open_null());
  const int after = other.get();
  owner = std::move(other);
  CHECK(owner.get() == after);
  CHECK_FALSE(is_open(before));
  CHECK(is_open(after));
}

TEST_CASE("A descriptor that was closed early is not closed again in the end") {
  int descriptor;
  {
    Fd owner(open_null());
    descriptor = owner.get();
    owner.close();
    CHECK(owner.get() == -1);
    CHECK_FALSE(is_open(descriptor));
    REQUIRE(open_null() == descriptor);
    owner.close();
  }
  CHECK(is_open(descriptor));
  ::close(descriptor);
}

TEST_CASE("An owner of nothing says -1, and closes nothing") {
  errno = 0;
  {
    CHECK(Fd().get() == -1);
  }
  CHECK(errno == 0);
}

TEST_CASE("An owner moves and is never copied") {
  CHECK_FALSE(std::is_copy_constructible_v<Fd>);
  CHECK(std::is_nothrow_move_constructible_v<Fd>);
  CHECK_FALSE(std::is_convertible_v<int, Fd>);
}
