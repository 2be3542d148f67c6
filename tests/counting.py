"""How much is done, counted: calls, those of compiled code included, or lines of Python."""

import sys


def calls(function, *args):
    """Return how many calls a call takes."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function(*args)
    finally:
        sys.setprofile(None)
    return count


def steps(function, *args):
    """Return how many lines of Python a call runs; a comprehension's line counts for each of its items."""
    count = 0

    def note(frame, event, argument):
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        function(*args)
    finally:
        sys.settrace(before)
    return count
