"""Many documents, one story: who is the same, what is the same, and where documents disagree."""

from timeline.merging.story import merge

__all__ = ["merge"]
