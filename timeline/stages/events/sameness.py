"""Which later mention tells an earlier event for sure: the same of the same people, or one phrase with it."""

from __future__ import annotations

from timeline.languages.grammar import Form, Role
from timeline.stages.events.kinship import are_related, at_other_times, is_definite, is_derived
from timeline.stages.events.retelling import Pointers, Told
from timeline.stages.events.vetoes import DENIED
from timeline.syntax.voice import VERBAL

# Types of event that befall a person, or a thing, only once in a story as a rule; the others need more to be joined.
UNIQUE = frozenset(
    {"Life.Die", "Life.Be-Born", "Personnel.End-Position", "Business.Declare-Bankruptcy", "Business.End-Org"}
)
# Types that are told so often, and of so many things, that a shared speaker says nothing.
LOOSE = ("Communication.", "Change.", "Contact.Phone-Write", "Movement.")
ACTUAL = frozenset({"factual", "reported"})
ALIKE = (ACTUAL, frozenset({"possible", "future"}), DENIED)
SHORT_REACH = 3  # sentences, where no name is shared


def is_same(group: list[Told], mention: Told, pointers: Pointers) -> bool:
    """Tell whether a mention takes up an event, given by its earlier mentions, for sure."""
    if any(_is_manner(one, mention) for one in group):
        return True
    first = group[0]
    if first.event.type != mention.event.type and not _may_mean(first, mention, pointers):
        return False
    if mention.is_another or not all(is_compatible(one, mention, pointers) for one in group):
        return False
    return any(_is_again(one, mention, pointers) for one in group)


def _is_manner(one: Told, other: Told) -> bool:
    """Tell a verb without an object from the gerund that says what was done: « a ouvert en affirmant que »."""
    verb, gerund = one.token, other.token
    if gerund.head != verb or gerund.role != Role.ADVERBIAL_CLAUSE or other.event.timeml_class != "REPORTING":
        return False
    bare = not one.core or all(one.times and role == "patient" for role in one.event.participants if role != "agent")
    return bare and Form.PARTICIPLE in gerund.form and Form.PAST not in gerund.form


def is_compatible(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether nothing speaks against two mentions being of one event."""
    if at_other_times(one, other) or not _may_stand_alike(one, other, pointers):
        return False
    for role, ours in one.names.items():
        theirs = other.names.get(role)
        if ours and theirs and role not in {"agent", "position"} and not ours & theirs:
            return False
    return True


def _may_stand_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether mentions may differ in standing: what took place is never what only may, or does not, take place.

    A noun takes up what will happen, and a bare one by the very same word what may, or did: « La grève a commencé. La
    grève pourrait durer ».
    """
    standings = {one.event.factuality, other.event.factuality}
    if len(standings) == 1 or any(standings <= alike for alike in ALIKE):
        return True
    if not other.is_noun or standings & ALIKE[-1] or not _is_near(one, other, 2):
        return False
    bare = not other.core and other.points_back
    return "future" in standings or (bare and are_related(one.token, other.token, pointers))


def _is_again(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a later mention takes up an earlier one."""
    kind = one.event.type
    related = are_related(one.token, other.token, pointers)
    if kind == "Other" or kind.startswith(LOOSE):
        return related and _is_loosely_again(one, other, pointers)
    if share_somebody(one, other) and (related or one.is_noun or other.is_noun):
        return _is_again_of_somebody(one, other, related=related)
    return _is_near(one, other, SHORT_REACH) and _is_described_again(one, other, pointers, related=related)


def _is_described_again(one: Told, other: Told, pointers: Pointers, *, related: bool) -> bool:
    """Tell whether what was told just before is told again of who is only described, or of nobody."""
    kind = one.event.type
    if kind in UNIQUE and related and one.is_noun:  # « la démission d'Ada Roy… La ministre a démissionné »
        return _are_described_alike(one, other, pointers)
    if not (other.is_noun and other.points_back):
        return False
    bare = not other.core and _is_near(one, other, 1)
    same = related or ((kind in UNIQUE or bare) and one.frame == other.frame)
    return same and _are_described_alike(one, other, pointers)


def _is_again_of_somebody(one: Told, other: Told, *, related: bool) -> bool:
    """Tell whether what befalls the same person is told again, by a noun or by a verb."""
    if one.event.type in UNIQUE:
        return True
    if one.is_noun or other.is_noun:
        return related or (other.points_back and one.frame == other.frame)
    return bool(one.times & other.times)


def _is_loosely_again(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a related word takes up an event of a kind that many events are of."""
    noun = one.is_noun or other.is_noun
    if not (noun and other.points_back and _is_near(one, other, SHORT_REACH)):
        return False
    return one.event.type != "Other" or _are_described_alike(one, other, pointers)


def _may_mean(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether a noun may tell an earlier event that has another type by its own words.

    It may when it is the earlier verb's noun (« condamné à deux ans … la condamnation »), or an ambiguous one that
    befalls the same person (« évincé … l'expulsion d'Ada »).
    """
    if not other.is_noun or "Other" in {one.event.type, other.event.type}:
        return False
    if one.token.pos_ in VERBAL and is_derived(other.token, one.token, pointers):
        return True
    return one.event.type in UNIQUE & other.types and share_somebody(one, other)


def share_somebody(one: Told, other: Told) -> bool:
    """Tell whether two mentions name one person in the roles that count, or one body where neither names a person."""
    if one.people or other.people:
        return bool(one.people & other.people)
    return bool(one.bodies & other.bodies)


def _are_described_alike(one: Told, other: Told, pointers: Pointers) -> bool:
    """Tell whether the later mention may be of the same participants: the same words, or a description of a name."""
    if not one.core or not other.core or set(one.core) & set(other.core):
        return True
    lone = len(one.people) == 1 and len(other.described) == len(other.core) == 1
    return lone and is_definite(other.described[0], pointers) and _is_near(one, other, 2)


def _is_near(one: Told, other: Told, reach: int) -> bool:
    return 0 <= other.sentence - one.sentence <= reach
