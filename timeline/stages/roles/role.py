"""A role said of a person in one place of the text."""

from __future__ import annotations

from typing import NamedTuple

from timeline.stages.mentions.chains import Chain
from timeline.stages.roles.periods import Period


class Role(NamedTuple):
    """A role said of a person: its title, the body, its standing, the tokens that say so, and for how long it was.

    ``factuality`` is how the text vouches for it, as for events.
    """

    person: Chain
    title: str
    organisation: Chain | None
    status: str
    start: int
    end: int
    lasting: bool = False
    forms: tuple[str, ...] = ()
    period: Period = Period()
    factuality: str = "factual"
