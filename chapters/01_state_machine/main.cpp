#include <sys/socket.h>

#include <exception>
#include <iostream>
#include <random>

#include "01_state_machine/conversation.hpp"
#include "01_state_machine/delegation.hpp"
#include "01_state_machine/parts_and_pos.hpp"
#include "01_state_machine/suspend.hpp"
#include "01_state_machine/talk.hpp"
#include "common/fd.hpp"

using namespace ch01;

void delegate() {
  std::cout << "\nOuter drives Middle drives Inner\n";
  Outer outer;
  show("next()", outer.next(), outer);
  show("next()", outer.next(), outer);
  show("send(\"abc\")", outer.send("abc"), outer);
  show("next()", outer.next(), outer);
}

void guess() {
  std::cout << "\nThe guess in the question, run at random\n";
  std::mt19937 random(444);
  gather({PartsAndPos("first"), PartsAndPos("second")},
         [&random](std::size_t count) { return random() % count; });
}

template <class Reading>
void read_twice() {
  int ends[2];
  const int type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
  common::check(::socketpair(AF_UNIX, type, 0, ends), "socketpair");
  const common::Fd ours(ends[0]), theirs(ends[1]);
  Reading reading(ours.get());
  std::cout << (reading() ? "done\n" : "SUSPEND\n");
  common::check(::send(theirs.get(), "hello", 5, MSG_NOSIGNAL), "send");
  std::cout << (reading() ? "done\n" : "SUSPEND\n");
}

int main() try {
  std::cout << "A generator written by hand\n";
  talk(Conversation());
  std::cout << "\nAn exception is thrown in\n";
  interrupt(Conversation());
  std::cout << "\nIt is closed in the middle\n";
  leave(Conversation());
  delegate();
  guess();
  std::cout << "\nSolution 4's read: what stands before the await runs twice\n";
  read_twice<Reader>();
  std::cout << "\nThe cure: a position for every await\n";
  read_twice<CuredReader>();
} catch (const std::exception& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
