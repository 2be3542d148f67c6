"""Ordering: how the events of a text follow each other."""

from __future__ import annotations

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.model.event import Event
from timeline.model.relation import Relation
from timeline.model.time import TimeValue
from timeline.stages.ordering.sieves import SIEVES
from timeline.stages.scene import scene_of

__all__ = ["order_events"]


def order_events(
    doc: Doc,
    language: Language,
    events: tuple[Event, ...],
    times: tuple[TimeValue, ...],
    anchors: tuple[Relation, ...] = (),
) -> tuple[Relation, ...]:
    """Claim how events stand to each other and to the reference date (``"t0"``).

    The sieves run in the order of their precision; a pair that a surer sieve has decided is left alone by the others.
    """
    scene = scene_of(doc, language, events, times)
    claims: dict[frozenset[str], Relation] = {}
    for sieve in SIEVES:
        for claim in sieve(scene):
            if claim.source != claim.target:
                claims.setdefault(frozenset((claim.source, claim.target)), claim)
    return tuple(claims.values())
