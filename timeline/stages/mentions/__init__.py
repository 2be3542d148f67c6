"""Whose mention each name, description and pronoun is.

The stage's function is `find_entities`; later stages ask `entity_index` which entity a token speaks of.
"""

from timeline.stages.mentions.index import EntityIndex, entity_index
from timeline.stages.mentions.stage import find_entities

__all__ = ["EntityIndex", "entity_index", "find_entities"]
