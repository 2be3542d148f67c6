"""Limits of what is read: what lies beyond is refused in words, never cut in silence."""

from __future__ import annotations

import time
from dataclasses import dataclass

from spacy.tokens import Doc

from timeline.errors import InvalidOptionError, OutOfTimeError, TextTooLongError
from timeline.model.representation import one_line

LONGEST_TEXT = 1_000_000  # characters; spaCy's own default, at which its parser needs about 2 GB
KEY = "timeline_limits"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Limits:
    """How much of one document is read at most.

    Attributes
    ----------
    characters : int
        A million when not given. The parser needs about 2 GB for that many.
    sentences : int or None
        Counted once the text is parsed; None for no limit.
    seconds : float or None
        From the first stage on, by the clock; None for no limit. Looked at between stages, so that a long stage is
        finished first. The texts of a batch are then read one by one.

    Examples
    --------
    >>> Limits(characters=100_000, seconds=10)
    <Limits 100,000 characters 10 seconds>
    """

    characters: int = LONGEST_TEXT
    sentences: int | None = None
    seconds: float | None = None

    def __post_init__(self) -> None:
        for name in ("characters", "sentences", "seconds"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise InvalidOptionError(f"The limit of {name} is {value!r}; give a number above 0, or None for none.")

    def __repr__(self) -> str:
        told = ((self.characters, "characters"), (self.sentences, "sentences"), (self.seconds, "seconds"))
        return one_line("Limits", *(f"{value:,} {name}" for value, name in told if value is not None))


NO_LIMITS = Limits()


def check_length(text: str, limits: Limits) -> None:
    """Raise a TextTooLongError for a text that is longer than it may be."""
    if len(text) > limits.characters:
        raise TextTooLongError(
            f"The text has {len(text):,} characters, more than {limits.characters:,}. Cut it into documents, "
            "extract_many() them and timeline.merge() the results; or give other limits=."
        )


def begin(doc: Doc, limits: Limits) -> None:
    """Note in a Doc what its stages have to keep to."""
    if limits.sentences is not None or limits.seconds is not None:
        doc.user_data[KEY] = (limits, time.monotonic())


def keep_to(doc: Doc) -> None:
    """Raise an error where a Doc has more sentences, or has taken more time, than it may."""
    limits, begun = doc.user_data.get(KEY, (NO_LIMITS, 0.0))
    if limits.seconds is not None and time.monotonic() - begun > limits.seconds:
        raise OutOfTimeError(
            f"The document was not read within {limits.seconds:,} seconds. Give it more time, or cut it (limits=)."
        )
    if limits.sentences is not None and doc.has_annotation("DEP") and len(list(doc.sents)) > limits.sentences:
        raise TextTooLongError(
            f"The text has {len(list(doc.sents)):,} sentences, more than {limits.sentences:,}. Cut it, or give other "
            "limits=."
        )
