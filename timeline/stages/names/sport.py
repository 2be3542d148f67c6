"""Clubs named by their town: what is said of a match (« battu 3-0 par Lens », "lost to Leeds")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from timeline.model.entity import PLACE
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.stages.names.weights import CUES, Cue
from timeline.syntax import role_of
from timeline.syntax.voice import SUBJECTS

LOCATIVE = 2  # tokens before a name in which a preposition tells the town
RESULT = re.compile(r"\d{1,2}[-–]\d{1,2}")  # 3-0
WINDOW = 8  # tokens around a name within which a result is its own


def sport_cues(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what the words of a match before a town's name tell, or a result beside it."""
    key = fold(name.words(doc))
    if key in lexicon.regions or not (key in lexicon.towns or name.vote == PLACE):
        return
    before = [token.text.lower() for token in doc[max(0, name.start - 4) : name.start]]
    while before and before[-1] in lexicon.words.names.articles:
        before.pop()
    if _names_rival(before, lexicon) and not lexicon.words.sport.matches.isdisjoint(before[:-1]):
        yield CUES["team"]
        return
    if _is_winner(doc, name, before, lexicon):
        yield CUES["team"]
        return
    root = doc[name.start : name.end].root
    if lexicon.words.sport.verbs.isdisjoint((root.head.lemma_.lower(), root.head.head.lemma_.lower())):
        return
    after = [token.text.lower() for token in doc[name.end : name.end + WINDOW]]
    rival = any(_names_rival(after[:end], lexicon) for end in range(1, len(after)))
    if rival or RESULT.search(doc[max(0, name.start - WINDOW) : name.end + WINDOW].text):
        yield CUES["team"]


def _is_winner(doc: Doc, name: Name, before: list[str], lexicon: Lexicon) -> bool:
    """Tell whose result is told before the rival (« la victoire de Lyon | sur Lens », "Leeds' defeat to York")."""
    matches, words = lexicon.words.sport.matches, lexicon.words.names
    after = [token.text.lower() for token in doc[name.end : name.end + 4]]
    if after and after[0] in words.genitive | words.plural_genitive:
        return len(after) > 2 and after[1] in matches and _names_rival(after[2:3], lexicon)
    of = len(before) > 1 and before[-1] in words.of and before[-2] in matches
    return of and (_names_rival(after[:1], lexicon) or _names_rival(after[:2], lexicon))


def _names_rival(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether words end in what stands before a rival (« contre », « face à »)."""
    against = lexicon.words.sport.against
    return bool(words) and (words[-1] in against or " ".join(words[-2:]) in against)


def towns_of_clubs(keys: Collection[str], lexicon: Lexicon) -> dict[str, str]:
    """Return the folded towns that the clubs of a text are called by, and each one's folded letters (« PSG »)."""
    clubs = ((fold(letters), fold(town)) for letters, town in lexicon.words.sport.towns.items())
    return {town: letters for letters, town in clubs if letters in keys and town in keys}


def means_club(names: Iterable[Name], doc: Doc, lexicon: Lexicon) -> bool:
    """Tell a town that acts and in which nothing happens: the club (« Le PSG gagne à Lens. Paris a marqué… »)."""
    acts = False
    context = lexicon.words.context
    where = context.place_prepositions | context.inner_prepositions | lexicon.words.names.of
    for name in names:
        if any(token.lower_ in where for token in doc[max(name.start - LOCATIVE, 0) : name.start]):
            return False
        acts = acts or role_of(doc[name.start : name.end].root) in SUBJECTS
    return acts
