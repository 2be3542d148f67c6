"""TimeML 1.2.1: written valid against its DTD, read from this and from other tools.

What TimeML has a place for stands there. What it has none for (a label, factuality, French tenses, people) stands as
JSON in the ``comment`` attribute that every TimeML tag has, and is read back from there, so that a timeline of one
document comes back equal.
"""

from timeline.formats.timeml.reading import from_timeml
from timeline.formats.timeml.writing import to_timeml

__all__ = ["from_timeml", "to_timeml"]
