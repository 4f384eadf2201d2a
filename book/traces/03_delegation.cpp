// Chapter 03's program, traced; but for the hundred thousand generators.

#include "03_delegation/outer.hpp"
#include "03_delegation/talk.hpp"
#include "common/trace.hpp"

using namespace ch03;
using common::traced;

int main() {
  values(traced("outer", outer()));
  exceptions(traced("outer", outer()));
  closing(traced("outer", outer()));
}
