"""Words that both languages have for what a call gives and for the errors it raises."""

import os


def wording(error):
    """Say which error it is: std::logic_error stands for three of Python's."""
    if isinstance(error, OSError):
        return f"error: system: {os.strerror(error.errno)}"
    if isinstance(error, (TypeError, ValueError, RuntimeError)):
        return "error: logic"
    return f"raised {error}"


def show(call, *args):
    """Print what a call gives: a value, the end of a generator or an error."""
    try:
        value = call(*args)
    except StopIteration:
        print("the end")
    except Exception as error:
        print(wording(error))
    else:
        if value is not None:
            print(value)
