#include <doctest/doctest.h>
#include <netdb.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "06_async_read/async_read.hpp"
#include "06_async_read/refusal_test.hpp"
#include "07_async_recv/connect_test.hpp"
#include "07_async_recv/recv_test.hpp"
#include "08_one_event/echo_server_test.hpp"
#include "08_one_event/operations_test.hpp"
#include "08_one_event/run.hpp"
#include "08_one_event/spawn.hpp"
#include "08_one_event/stop_test.hpp"

using namespace run_test;

extern "C" int getaddrinfo(const char* host, const char* service, const addrinfo* hints,
                           addrinfo** found) {
  return look_up(host, service, hints, found);
}

TEST_CASE("All that the run() of chapters 05 and 06 promises holds here too") {
  keeps_the_promises_of_chapter_05<Loop>();
  keeps_the_promises_of_chapter_06<Loop>();
}

TEST_CASE("All that chapter 07 promises of recv and connect holds here too") {
  keeps_the_promises_of_recv<Loop>();
  keeps_the_promises_of_connect<Loop>();
}

TEST_CASE("The event of an earlier chapter is one that this loop does not know") {
  const auto read = []() -> Coroutine<> {
    ch06::AsyncRead event(0);
    co_await event;
  };
  CHECK_THROWS_WITH_AS(Loop::run(read()), doctest::Contains("AsyncRead(file=0"),
                       std::logic_error);
}

TEST_CASE(
    "An operation is done again until it neither is interrupted nor would block") {
  an_operation_is_done_again();
}

TEST_CASE("An operation that fails is an error that names it") {
  an_operation_that_fails_is_an_error();
}

TEST_CASE("A receiver waits its turn even if the bytes are there") {
  a_receiver_waits_its_turn();
}

TEST_CASE("A connection that never runs dry starves nobody") {
  a_full_connection_starves_nobody();
}

TEST_CASE("A sender sends first, and waits only if there is no room") {
  a_sender_sends_first();
}

TEST_CASE("A sender goes on until a slow receiver has all, and the others go on too") {
  a_sender_goes_on_until_all_is_sent();
}

TEST_CASE("A peer that has gone is an error for the sender, and no signal") {
  a_peer_that_has_gone_is_an_error();
}

TEST_CASE(
    "A sender refuses a connection that blocks, and accept a listener that does") {
  sender_and_accept_refuse_what_blocks();
}

TEST_CASE("accept waits for a client, and gives a connection that does not block") {
  accept_waits_for_a_client();
}

TEST_CASE("One coroutine can receive from a connection while another sends to it") {
  a_connection_can_be_used_both_ways_at_once();
}

TEST_CASE("Two coroutines that wait to send to one connection are an error") {
  two_coroutines_cannot_send_to_one_connection();
}

/// Hands the loop another coroutine, and writes before and after it does.
Coroutine<> beget(std::string& log, Coroutine<> child) {
  log += "before ";
  Spawn spawn(std::move(child));
  co_await spawn;
  log += "after ";
}

TEST_CASE("A coroutine that spawns another goes on first, and both run in the loop") {
  std::string log;
  Loop::run(beget(log, step(log, "child", 2)), say(log, "other "));
  CHECK(log == "before other after child0 child1 ");
}

TEST_CASE("A spawned coroutine can spawn, and run() returns when the last has ended") {
  std::string log;
  Loop::run(beget(log, beget(log, beget(log, step(log, "child", 2)))));
  CHECK(log == "before after before after before after child0 child1 ");
}

/// Hands the loop the same coroutine twice.
Coroutine<> beget_twice(std::string& log) {
  Spawn spawn(step(log, "child", 1));
  co_await spawn;
  co_await spawn;
}

TEST_CASE("A coroutine that is spawned twice is an error, and no silence") {
  std::string log;
  CHECK_THROWS_AS(Loop::run(beget_twice(log)), std::logic_error);
}

TEST_CASE("An exception in a spawned coroutine leaves run() like any other") {
  const Held held = std::make_shared<int>();
  std::string log;
  const Clock::time_point later = Clock::now() + milliseconds(1);
  CHECK_THROWS_AS(
      Loop::run(beget(log, fail(Clock::now())), beget(log, hold_deep(held, later))),
      Oops);
  CHECK(held.use_count() == 1);
  CHECK_THROWS_AS(Loop::run(beget(log, hold(held, later)), fail_at_once()), Oops);
  CHECK(held.use_count() == 1);
}

TEST_CASE("An echo server gives each of its clients its own bytes back") {
  every_client_gets_its_own_back();
}

TEST_CASE("A client that says it has sent all still gets all of it back") {
  a_half_closed_client_gets_everything();
}

TEST_CASE(
    "Clients that leave early or with a reset do the server and the others no harm") {
  clients_that_go_early_do_no_harm();
}

TEST_CASE("A client that does not read holds up nobody but itself") {
  a_client_that_does_not_read_holds_up_nobody();
}

TEST_CASE("Two hundred clients with odd pieces lose no byte and leave no descriptor") {
  two_hundred_clients_lose_nothing();
}

TEST_CASE("A server that is stopped sends back what it has received, and ends") {
  stop_lets_what_is_in_flight_finish();
}

TEST_CASE("A server that is stopped hears its clients out") {
  stop_hears_a_client_out();
}

TEST_CASE(
    "A server that is stopped takes leave of who talks on for more than a second") {
  stop_takes_leave_of_who_talks_on();
}

TEST_CASE("A server that is stopped waits for no new client") {
  stop_ends_a_server_that_waits();
}

TEST_CASE("A server that is stopped ends the clients that it let in a moment ago") {
  stop_ends_a_client_that_was_let_in_a_moment_ago();
}

TEST_CASE("A server without descriptors tries again every second") {
  a_server_without_descriptors_accepts_later();
}

TEST_CASE(
    "A server turns away a client whom select cannot watch, and serves the next") {
  a_server_turns_away_whom_select_cannot_watch();
}

TEST_CASE("A port has one server") { a_port_has_one_server(); }
