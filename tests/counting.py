"""How much is done, counted: the calls that something takes, those of compiled code included."""

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
