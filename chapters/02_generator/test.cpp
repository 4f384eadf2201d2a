#include <doctest/doctest.h>

#include "01_state_machine/contract_test.hpp"
#include "01_state_machine/conversation_test.hpp"
#include "02_generator/contract_test.hpp"
#include "02_generator/conversation.hpp"
#include "02_generator/generator.hpp"

using namespace ch02;

namespace {

const auto echo = contract::Bodies<Generator>::echo;

/// Yields what `numbers` yields, each twice as large: it drives it as anybody would.
Generator<int> doubled(Generator<int> numbers) {
  while (const std::optional<int> number = numbers.next()) co_yield 2 * *number;
}

}  // namespace

TEST_CASE("The compiler's generator holds the conversation that the machine holds") {
  ch01::hold_conversation(conversation);
}

TEST_CASE("Calling a generator function runs none of it: the first next does") {
  ch01::contract::created(echo);
}

TEST_CASE("A co_yield gives the body what is sent, or raises what is thrown in") {
  ch01::contract::suspended(echo);
}

TEST_CASE("A closed generator gives nullopt, and its return value once") {
  ch01::contract::closed(echo);
}

TEST_CASE("A body that calls its own generator gets a std::logic_error") {
  ch01::contract::running(echo);
}

TEST_CASE("A generator that has started takes an argument at every co_yield") {
  contract::takes_an_argument_at_every_yield<Generator>();
}

TEST_CASE("A generator that is sent None may be sent to before it starts") {
  contract::may_be_sent_none_before_it_starts<Generator>();
}

TEST_CASE("A generator that returns nothing still says once that it returned") {
  contract::returns_nothing_once<Generator>();
}

TEST_CASE(
    "Values are moved in and out: what cannot be copied passes, and leaves once") {
  contract::moves_its_values<Generator>();
}

TEST_CASE("A body may catch what is thrown in, and yield on") {
  contract::catches_what_is_thrown_in<Generator>();
}

TEST_CASE(
    "An exception that leaves the body leaves next once and closes the generator") {
  contract::raises_its_exception_once<Generator>();
}

TEST_CASE("However a body ends, the destructors of its locals run, last made first") {
  contract::unwinds_its_locals<Generator>();
}

TEST_CASE("A body that catches everything cannot refuse close()") {
  contract::cannot_refuse_close<Generator>();
}

TEST_CASE("A parameter taken by value lives in the frame and outlives the caller's") {
  contract::keeps_its_parameters<Generator>();
}

TEST_CASE(
    "An exception while parameters are copied leaves the call, and nothing leaks") {
  contract::is_never_made_without_its_parameters<Generator>();
}

TEST_CASE("A generator moves and is never copied: what was moved from is closed") {
  contract::moves_and_never_copies<Generator>();
}

TEST_CASE("A generator moves, its frame stays: a local keeps its address") {
  contract::keeps_its_frame_in_place<Generator>();
}

TEST_CASE("A generator may move while its body runs") {
  contract::may_move_while_it_runs<Generator>();
}

TEST_CASE("A body that destroys its own generator ends the program, and it says why") {
  contract::ends_the_program_rather_than_itself<Generator>();
}

TEST_CASE("A generator may drive another by hand, and owns it as a parameter") {
  auto generator = doubled(contract::Bodies<Generator>::count(1, 3));
  CHECK(generator.next() == 2);
  CHECK(generator.next() == 4);
  CHECK(generator.next() == std::nullopt);
}
