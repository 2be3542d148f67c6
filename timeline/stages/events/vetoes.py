"""What keeps two mentions from being of one event, however likely that is by what was learned."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.grammar import Role
from timeline.stages.events.kinship import are_related, at_other_times, dependency_of, is_definite
from timeline.stages.events.retelling import Pointers, Told
from timeline.syntax.functions import grammar_at
from timeline.syntax.phrases import object_before, preposition_of
from timeline.syntax.voice import SUBJECTS
from timeline.syntax.words import Word

HEIGHT = 8  # steps up a sentence's tree
DENIED = frozenset({"negated", "counterfactual"})


def keeps_apart(one: Told, other: Told, pointers: Pointers, *, sure: bool) -> bool:
    """Tell what no likelihood outweighs: another one, other times or people, another standing, two like clauses."""
    if (
        other.is_another
        or at_other_times(one, other)
        or _are_opposed(one, other)
        or _two_of_one_clause(one, other, pointers)
    ):
        return True
    if one.is_title:  # a line over an article is short, and often says no more
        return False
    if (
        _are_two_people(one, other)
        or _is_one_of_many(one, other, pointers)
        or _is_denied(one, other)
        or _two_alike(one, other, pointers)
    ):
        return True
    return not sure and (_of_others(one, other) or _two_clauses(one, other) or _are_two_kinds(one, other))


def _two_of_one_clause(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell two words, one governing the other, that do not tell the same."""
    return (
        _two_things(one, other)
        or _is_said_of(one, other, pointers)
        or _is_content_of(one, other)
        or _is_anchor_of(one, other, pointers)
        or _is_aside_in(one, other)
    )


def _are_two_people(one: Told, other: Told) -> bool:
    """Tell mentions that befall different people: « Lise est nommée … la nomination de Paul », « du préfet »."""
    named = bool(one.people and other.people) and not one.people & other.people
    return named or (bool(one.described and other.described) and not set(one.core) & set(other.core))


def _is_one_of_many(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell what befalls somebody named from what befalls several, or anybody: « le départ de dirigeants »."""
    return any(
        ours.people and theirs.described and not theirs.people and not is_definite(theirs.described[0], pointers)
        for ours, theirs in ((one, other), (other, one))
        if ours.event.type == theirs.event.type
    )


def _are_opposed(one: Told, other: Told) -> bool:
    """Tell two kinds of one family: « nommé … évincé », "rise … fall"."""
    kinds = {one.event.type, other.event.type}
    return len(kinds) == 2 and len({kind.split(".")[0] for kind in kinds}) == 1


def _are_two_kinds(one: Told, other: Told) -> bool:
    """Tell two types that are both known: « arrêté après l'explosion »."""
    kinds = {one.event.type, other.event.type}
    return len(kinds) == 2 and "Other" not in kinds


def _is_said_of(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell a noun from the verb it is the subject of, unless that says that it happens: « l'offre a été rejetée »."""
    return any(
        noun.is_noun
        and not verb.is_noun
        and noun.token.head == verb.token
        and noun.token.role in SUBJECTS
        and verb.token.lemma_ not in pointers.happening
        for noun, verb in ((one, other), (other, one))
    )


def _is_content_of(one: Told, other: Told) -> bool:
    """Tell a noun from the clause that says what it holds: « l'idée que la police l'avait interrogé »."""
    return any(
        clause.token.head == noun.token
        and clause.token.role in {Role.NOUN_CLAUSE, Role.RELATIVE_CLAUSE}
        and any(child.role == Role.MARKER for child in clause.token.children)
        for noun, clause in ((one, other), (other, one))
    )


def _is_anchor_of(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell what came before or after something: « refuse six semaines après sa décision », « après s'être retiré »."""
    return any(
        not pointers.anchoring.isdisjoint(_links_of(inner)) and told.token in _above(inner.token)
        for inner, told in ((one, other), (other, one))
    )


def _links_of(told: Told) -> Iterator[str]:
    """Yield the words that link a noun, or a clause, to what governs it."""
    if told.is_noun:
        yield preposition_of(told.token)
    if told.token.role == Role.ADVERBIAL_CLAUSE:
        yield from (child.lower_ for child in told.token.children if child.role == Role.MARKER)


def _is_aside_in(one: Told, other: Told) -> bool:
    """Tell a verb from one in a relative clause about what it takes: « il a refusé le poste qui lui était proposé »."""
    if one.is_noun or other.is_noun:
        return False
    for inner, outer in ((one.token, other.token), (other.token, one.token)):
        above = _above(inner)
        if outer in above:
            return any(_is_of_a_noun(word) for word in (inner, *above[: above.index(outer)]))
    return False


def _is_of_a_noun(clause: Word) -> bool:
    """Tell a relative clause, wherever the parser hung it."""
    return clause.role == Role.RELATIVE_CLAUSE or object_before(clause, grammar_at(clause)) is not None


def _above(word: Word) -> list[Word]:
    """Return the words that govern a word, the nearest first."""
    found: list[Word] = []
    while word.head != word and len(found) < HEIGHT:
        word = word.head
        found.append(word)
    return found


def _of_others(one: Told, other: Told) -> bool:
    """Tell mentions that name others in one role."""
    verbs = not (one.is_noun or other.is_noun)
    for role, ours in one.names.items():
        counts = ours and role != "position" and (verbs or role != "agent")
        if counts and not ours & other.names.get(role, ours):
            return True
    return False


def _is_denied(one: Told, other: Told) -> bool:
    """Tell what did not happen from what did, or may."""
    return (one.event.factuality in DENIED) != (other.event.factuality in DENIED)


def _two_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell two verbs that say like things of others: « la Suède a signé le traité … le Danemark l'a signé »."""
    if one.is_noun or other.is_noun or not _are_kin(one, other, pointers):
        return False
    aspects = {one.event.trigger.aspect, other.event.trigger.aspect}
    new = other.words - one.words and one.words - other.words
    return bool(new and not one.people & other.people) or bool(len(aspects) > 1 and not one.times & other.times)


def _are_kin(one: Told, other: Told, pointers: Pointers) -> bool:
    return are_related(one.token, other.token, pointers) or bool(one.frame and one.frame == other.frame)


def _two_clauses(one: Told, other: Told) -> bool:
    """Tell the verbs of two main clauses."""
    return not (one.is_noun or other.is_noun) and all(told.token.head == told.token for told in (one, other))


def _two_things(one: Told, other: Told) -> bool:
    """Tell a trigger from what it governs where they differ in type or standing: « accusé de l'effondrement »."""
    if dependency_of(one, other) == "none":
        return False
    return one.event.factuality != other.event.factuality or _are_two_things(one, other)


def _are_two_things(one: Told, other: Told) -> bool:
    """Tell triggers of two types, and a verb of saying from what it speaks of."""
    said = any(told.event.timeml_class in {"REPORTING", "I_ACTION"} and not told.is_noun for told in (one, other))
    said = said and "Other" in {one.event.type, other.event.type} and one.event.type != other.event.type
    return said or _are_two_kinds(one, other)
