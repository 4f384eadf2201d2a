#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "02_generator/generator.hpp"
#include "02_generator/raise.hpp"

namespace ch03 {

using ch02::raise;
using ch02::State;

/// What the driver knows of a generator, whatever it returns: its handle, who awaits
/// it, and the letter box. Our part of the coroutine frame, as a base of the promise.
template <class Yield, class Send>
struct Frame {
  explicit Frame(std::coroutine_handle<> handle) : handle(handle) {}
  Frame(const Frame&) = delete;

  /// What `co_yield value` waits with: it always stops and shows the value to the
  /// driver; on being resumed it gives what the driver sent, or raises what it threw
  /// in.
  class Yielded {
   public:
    Yielded(Frame& frame, Yield value) : frame_(frame), value_(std::move(value)) {}
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept {
      frame_.root->yielded = &value_;
    }
    Send await_resume() {
      Frame& root = *frame_.root;
      if (root.thrown) raise(root.thrown);
      return std::exchange(root.sent, Send{});
    }

   private:
    Frame& frame_;
    Yield value_;
  };

  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() { failed = std::current_exception(); }
  Yielded yield_value(Yield value) { return Yielded(*this, std::move(value)); }

  bool done() const { return handle.done(); }

  /// Resumes the innermost body again and again, until one yields or this one ends.
  std::optional<Yield> drive() {
    state = State::running;
    do {
      Frame* running = leaf;
      running->handle.resume();
      if (yielded) {
        state = State::suspended;
        return std::move(*std::exchange(yielded, nullptr));
      }
      if (leaf == running) leave();
    } while (!done());
    rethrow();
    return std::nullopt;
  }

  /// Lets the driver of `awaiting`, who runs now, go on with this one's innermost.
  void delegate_from(Frame& awaiting) {
    parent = &awaiting;
    state = State::running;  // for whoever else would drive it
    awaiting.root->enter(std::exchange(leaf, this));
  }

  /// Makes another frame of the chain the innermost.
  void enter(Frame* frame) {
    leaf = frame;
    leaf->root = this;
  }

  /// Leaves the innermost, which neither yielded nor awaited, for the one that awaits
  /// it.
  void leave() {
    if (!leaf->done()) {
      state = State::closed;
      throw std::logic_error("a body can only await generators");
    }
    leaf->state = State::closed;
    if (leaf != this) enter(leaf->parent);
  }

  /// Raises what left the body, once.
  void rethrow() {
    if (failed) raise(failed);
  }

  /// The one at the other end of the chain: the driver holds it.
  const Frame& outermost() const {
    const Frame* frame = this;
    while (frame->parent) frame = frame->parent;
    return *frame;
  }

  /// Destroys the frame, and with it this, and tells the generator that owned it.
  void destroy() {
    *owner = nullptr;
    handle.destroy();
  }

  std::coroutine_handle<> handle;
  Frame** owner = nullptr;       // where the generator keeps its pointer to this frame
  Frame* parent = nullptr;       // who awaits this one
  Frame* root = this;            // of a leaf: whom the driver holds
  Frame* leaf = this;            // of a root: whom the driver resumes
  State state = State::created;  // of this one, unless it is awaited
  Yield* yielded = nullptr;      // the letter box: to the driver,
  Send sent{};                   // from the driver,
  std::exception_ptr thrown;     // from the driver,
  std::exception_ptr failed;     // and what left the body
};

}  // namespace ch03
