"""Names of people, organisations and places: where they are, and what speaks for which type.

The stage's function is `find_names`; whose name each is, `timeline.stages.mentions` says.
"""

from timeline.stages.names.name import Name
from timeline.stages.names.stage import find_names

__all__ = ["Name", "find_names"]
