"""Clubs named by their town: what is said of a match (« battu 3-0 par Lens », "lost to Leeds")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from timeline.model.entity import ORGANISATION
from timeline.stages.entities.cues import Cue
from timeline.stages.entities.lexicon import Lexicon
from timeline.stages.entities.names import Name

RESULT = re.compile(r"\d{1,2}[-–]\d{1,2}")  # 3-0
WINDOW = 8  # tokens around a name within which a result is its own
TEAM = 4.0  # outweighs a town's own name


def sport_cues(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what the words of a match before a name tell, or a result beside it."""
    before = [token.text.lower() for token in doc[max(0, name.start - 4) : name.start]]
    while before and before[-1] in lexicon.words("names.articles"):
        before.pop()
    against = lexicon.words("sport.against")
    if before[-1:] and (before[-1] in against or "_".join(before[-2:]) in against):
        if not lexicon.words("sport.matches").isdisjoint(before[:-1]):
            yield Cue(ORGANISATION, TEAM)
            return
    around = doc[max(0, name.start - WINDOW) : name.end + WINDOW]
    if not any(token.text[0].isdigit() for token in around) or not RESULT.search(around.text):
        return
    root = doc[name.start : name.end].root
    words = {root.head.lemma_.lower(), root.head.head.lemma_.lower()}
    if not words.isdisjoint(lexicon.words("sport.verbs")):
        yield Cue(ORGANISATION, TEAM)
