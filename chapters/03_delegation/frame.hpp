#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <stdexcept>
#include <utility>

#include "02_generator/generator.hpp"

namespace ch03 {

using ch02::State;

/// What the driver knows of a generator, whatever it returns: its handle, who awaits
/// it, and the letter box. CPython keeps the same in the generator's frame.
template <class Yield, class Send>
struct Frame {
  explicit Frame(std::coroutine_handle<> handle) : handle(handle) {}
  Frame(const Frame&) = delete;

  /// What `co_yield value` waits with: it stops always, and on being resumed gives what
  /// the driver sent, or raises what it threw in.
  class Yielded {
   public:
    explicit Yielded(Frame& frame) : frame_(frame) {}
    bool await_ready() noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) noexcept {}
    Send await_resume() {
      Frame& root = *frame_.root;
      if (root.thrown) std::rethrow_exception(std::exchange(root.thrown, {}));
      return std::exchange(root.sent, Send{});
    }

   private:
    Frame& frame_;
  };

  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() { failed = std::current_exception(); }
  Yielded yield_value(Yield value) {
    root->yielded = std::move(value);
    return Yielded(*this);
  }

  bool done() const { return handle.done(); }

  /// Resumes the innermost body again and again, until one yields or this one ends.
  std::optional<Yield> drive() {
    state = State::running;
    while (!yielded && !failed && !done()) {
      Frame* running = leaf;
      running->root = this;
      running->handle.resume();
      if (yielded || leaf != running) continue;
      if (!running->done())
        failed = std::make_exception_ptr(std::logic_error("can only await generators"));
      else if (running != this)
        leaf = running->parent;
    }
    state = State::suspended;
    rethrow();
    return std::exchange(yielded, std::nullopt);
  }

  /// Lets the driver of `awaiting`, who runs now, go on with this one's innermost.
  void delegate_from(Frame& awaiting) {
    parent = &awaiting;
    awaiting.root->leaf = std::exchange(leaf, this);
  }

  /// Raises what left the body, once.
  void rethrow() {
    if (failed) std::rethrow_exception(std::exchange(failed, {}));
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
  Frame* root = nullptr;         // whom the driver drives, since the last resumption
  Frame* leaf = this;            // whom the driver resumes, if it drives this one
  State state = State::created;  // of this one, unless it is awaited
  std::optional<Yield> yielded;  // the letter box: to the driver,
  Send sent{};                   // from the driver,
  std::exception_ptr thrown;     // from the driver,
  std::exception_ptr failed;     // and what left the body
};

}  // namespace ch03
