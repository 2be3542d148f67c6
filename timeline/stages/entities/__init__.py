"""People, organisations and places: who is named, who is meant by a description or a pronoun, and in which role.

The stage's function is `find_entities`; later stages ask `entity_index` which entity a token speaks of.
"""

from timeline.stages.entities.index import EntityIndex, entity_index
from timeline.stages.entities.stage import find_entities

__all__ = ["EntityIndex", "entity_index", "find_entities"]
