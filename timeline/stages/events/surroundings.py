"""Who and what else the clause of an event names: its places, and whom its complements speak of.

Grammar gives a trigger its subject and objects; news tells the rest in complements of complements (« un accord avec les
alliés de la Norvie », "issues connecting to Apple's website"). What is named there takes part, if not in a role of its
own: as the event's ``place``, or as ``related``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.languages.grammar import Role
from timeline.model.entity import PLACE, Entity
from timeline.model.participants import Participant
from timeline.stages.events.cast import Cast
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import clause_of, is_bare
from timeline.syntax.voice import VERBAL, is_finite
from timeline.syntax.words import Word

PLACED, RELATED = "place", "related"
# Clauses of their own within an event's: what they name is not the event's.
APART = frozenset({Role.ADVERBIAL_CLAUSE, Role.RELATIVE_CLAUSE, Role.PARATAXIS, Role.CLAUSE_COMPLEMENT})
COMPLEMENTS = frozenset(
    {Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.ADJUNCT, Role.PREPOSITION_OBJECT, Role.NOMINAL_MODIFIER}
)
ANYBODY = frozenset({"person", "organisation", "place"})


def surroundings(
    token: Word, known: Iterable[Participant], cast: Cast, grammar: Grammar
) -> dict[str, list[Participant]]:
    """Return what the clause of a trigger names beside its participants, by role.

    Parameters
    ----------
    token : Word
        The trigger.
    known : iterable of Entity or Mention
        Its participants, and who vouches for it.
    cast, grammar
    """
    found: dict[str, list[Participant]] = {}
    seen = list(known)
    own = [*clause_words(token, spoken=token.lemma_ in grammar.speech), *_framing(token)]
    lone = not seen
    above = _governing(token) if lone or clause_of(token).lemma_ not in grammar.speech else ()
    for around, all_of_them in ((own, True), (above, lone)):
        for word in around:
            player = _named(word, token, cast)
            if player is None or player in seen:
                continue
            placed = isinstance(player, Entity) and player.type == PLACE and _is_local(word)
            if placed or all_of_them:
                seen.append(player)
                found.setdefault(PLACED if placed else RELATED, []).append(player)
    return found


def _framing(token: Word) -> Iterator[Word]:
    """Yield what stands at the head of a sentence and frames all of it (« Au Japon, la maladie… »)."""
    above = {word.i for word in token.ancestors}
    for word in token.doc[token.sent.start : token.i]:
        if word.role in COMPLEMENTS and (word.head.i in above or word.head.head.i in above) and word.i < word.head.i:
            yield word


def _governing(token: Word) -> Iterator[Word]:
    """Yield the words of the clause that a noun stands in: where it is is where the noun is."""
    if token.pos_ in VERBAL:
        return
    verb = clause_of(token)
    if verb != token:
        yield from clause_words(verb)


def clause_words(token: Word, *, spoken: bool = False) -> Iterator[Word]:
    """Yield the words of a trigger's clause, without other verbs' clauses; those of what is said too where asked."""
    waiting = [token]
    reached = {token.i}
    while waiting:
        word = waiting.pop(0)
        yield word
        for child in word.children:
            if child.i not in reached and not _opens_another(child, token, spoken):
                reached.add(child.i)
                waiting.append(child)


def _opens_another(child: Word, trigger: Word, spoken: bool) -> bool:
    if child.role == Role.CONJUNCT:
        return child.pos_ in VERBAL or child.head == trigger
    if child.role == Role.CLAUSE_COMPLEMENT:
        return is_finite(child) and not spoken
    return child.role in APART and (child.role != Role.ADVERBIAL_CLAUSE or is_finite(child))


def _named(word: Word, trigger: Word, cast: Cast) -> Participant | None:
    """Return whom a word names, or describes as a complement of the trigger itself."""
    if word == trigger or cast.is_time(word):
        return None
    entity = cast.at(word)
    if entity is not None or word.pos_ not in {"NOUN", "PROPN"}:
        return entity
    beside = word.role in COMPLEMENTS and (word.head == trigger or word.head.head == trigger)
    if is_bare(word, cast.grammar):
        return None  # « mettre en place »
    return cast.description(word) if beside and cast.kinds_of(word) & ANYBODY else None


def _is_local(word: Word) -> bool:
    """Tell whether a place is where something is, and nobody's complement (« le président de la Norvie »)."""
    return word.role in COMPLEMENTS and word.head.pos_ in {*VERBAL, "ADP", "NOUN"}
