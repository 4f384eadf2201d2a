#include "05_naive_loop/sleepy.hpp"
#include "06_async_read/ready.hpp"
#include "06_async_read/run.hpp"

int main() { ch06::run(ch05::sleepy("background", 5), ch06::ready("/dev/urandom")); }
