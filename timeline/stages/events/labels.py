"""Headlines of events: the text's own words, cut; who is meant where that is sure.

A headline is the clause of the event without what hangs on it loosely (`timeline.stages.events.clausal`), in the form
that headlines have (the language's room ``labels``). An event told by a noun keeps its noun phrase, unless the noun is
alone and its clause says more. The line over the article is the headline of its own event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from operator import attrgetter

from timeline.languages.grammar import Form, Role
from timeline.languages.headlines import Group, Told, capitalised
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.stages.events.alone import is_cut_short, is_pointing
from timeline.stages.events.attribution import voucher_of
from timeline.stages.events.clausal import clause_told, subject_at, worded
from timeline.stages.events.drafts import BARE, FAULTS, Draft, Room, Telling, is_noun, wanting, wants_around, wants_of
from timeline.stages.events.meant import with_player
from timeline.stages.events.naming import BUDGETS, LONGEST, Desk, phrase_of_entity
from timeline.stages.events.nouns import AHEAD, is_carried, is_of_stance, noun_phrase, owners_of
from timeline.stages.events.phrases import head_of
from timeline.stages.events.titles import title_of
from timeline.stages.events.verbatim import own_words
from timeline.syntax.clauses import auxiliaries_of
from timeline.syntax.phrases import preposition_of
from timeline.syntax.voice import AUXILIARIES, CORE, NOMINALS, VERBAL, is_finite, is_participle
from timeline.syntax.words import Word
from timeline.syntax.written import text_of, width

REACH = 3  # dependencies from a bare noun to the verb of its clause
LITTLE = frozenset({Role.AGENT, Role.ADVERB, Role.PUNCTUATION})  # beside a participle
ARTICLE = 8  # characters that a headline may leave off a phrase
ENOUGH = 2 / 3  # of a headline that is cut short, to be told by one that is not
UNREAL = frozenset({Form.FINITE, Form.PAST})  # in a condition: "if it came"
UNSURE = frozenset({"negated", "counterfactual", "possible"})


def _rooms() -> Iterator[tuple[Room, ...]]:
    """Yield how long phrases may be, tried in turn: all as long as possible, then the subject or the others less."""
    yield (Room(LONGEST, LONGEST),)
    yield (Room(LONGEST, LONGEST, named=True),)
    for wide, narrow in pairwise(BUDGETS):
        yield Room(wide, narrow), Room(narrow, wide)
        yield (Room(narrow, narrow),)
    yield (Room(BUDGETS[1], BUDGETS[1], heard=True),)  # what is said was too long


ROOMS = tuple(_rooms())


def headline_of(tellings: Sequence[Telling], event: Event, desk: Desk) -> Draft:
    """Return the headline of an event that wants least; the trigger where the language makes none.

    Parameters
    ----------
    tellings : sequence of Telling
        Its mentions, in the order of the text.
    event : Event
    desk : Desk
    """
    if desk.language.labels_rules is None:
        return Draft(event.trigger.text)
    best = Draft(event.trigger.text, tuple(FAULTS))
    told = {telling.token.i for telling in tellings}
    for telling in tellings:
        around = Draft("", wants_around(telling, event, told, desk))
        if around.cost >= best.cost:
            continue  # whatever it says
        draft = _drafted(telling, event, desk)
        leaning = ("pointing",) if is_pointing(draft.text, desk) else ()
        draft = replace(draft, wants=(*draft.wants, *around.wants, *leaning))
        best = min(best, draft, key=attrgetter("cost"))
        if not best.cost:
            break
    return best


def _drafted(telling: Telling, event: Event, desk: Desk) -> Draft:
    """Return the headline as one mention gives it, in the text's own words where it cannot be made."""
    token = telling.token
    titled = title_of(token, desk)
    if titled:
        return Draft(titled)
    found = short = None
    uncut = 0  # characters of the headline where there is room for all
    for rooms in ROOMS:  # a verb left bare may have what it needs beside a shorter subject
        if _cut_nothing(rooms, uncut):
            continue
        drafts = [_written(telling, event, desk, room) for room in rooms]
        fitting = _fitting(drafts)
        uncut = uncut or _longest(fitting)
        whole = [draft for draft in fitting if BARE.isdisjoint(draft.wants)]
        short = short or max(whole, key=_length, default=None)
        ended = _ended(whole, short, token, desk)
        if ended is not None:
            return ended
        found = found or next(iter(fitting), None)
        if None in drafts:
            break  # what nothing is told of with much room is told no better with less
    return short or found or _verbatim(token, desk)


def _cut_nothing(rooms: tuple[Room, ...], uncut: int) -> bool:
    """Tell rooms for all that a headline has with the most room, an article more at each phrase."""
    plain = all(not room.named and not room.heard for room in rooms)
    return plain and 0 < uncut <= min(min(room.subject, room.rest) for room in rooms) - ARTICLE


def _fitting(drafts: Iterable[Draft | None]) -> list[Draft]:
    """Return the drafts that there is room for."""
    return [draft for draft in drafts if draft is not None and draft.text]


def _longest(drafts: list[Draft]) -> int:
    return max((len(draft.text) for draft in drafts), default=LONGEST)


def _ended(whole: list[Draft], short: Draft | None, token: Word, desk: Desk) -> Draft | None:
    """Return the longest draft that is not cut short, unless it tells much less than one that is."""
    enough = ENOUGH * len(short.text) if short is not None else 0
    ended = (one for one in whole if len(one.text) > enough and not is_cut_short(one.text, token, desk))
    return max(ended, key=_length, default=None)


def _verbatim(token: Word, desk: Desk) -> Draft:
    words = own_words(token, desk)
    while words[-1] != token and width(words) > LONGEST:
        words = words[:-1]
    while words[0] != token and width(words) > LONGEST:
        words = words[1:]
    text = text_of(words)[:LONGEST]  # a single word may be longer
    told = any(word.pos_ in VERBAL and word.role not in AUXILIARIES for word in words)
    named = any(word.pos_ in NOMINALS and word.i < token.i for word in words)
    asked = {
        "own words": True,
        "unsaid": words[-1] == token and token.lemma_ in desk.grammar.speech,
        "fragment": told and not named,
        "lone word": len(words) < 2,
    }
    return Draft(capitalised(text), wanting(asked))


def _written(telling: Telling, event: Event, desk: Desk, room: Room) -> Draft | None:
    """Return a headline of phrases no longer than there is room for, if possible, "" when it is too long.

    Nothing where there is neither a clause nor a phrase.
    """
    token = telling.token
    told, own = _told(token, telling, event, desk, room)
    if told is None:
        return None
    inner = token.role == Role.ADVERBIAL_CLAUSE and (not is_finite(token) or token.form >= UNREAL)
    standing = telling.factuality if own and not inner else "factual"
    standing = "reported" if event.factuality == "reported" else standing
    if told.group is not None and own and event.factuality == "factual":
        told = replace(told, group=_done(told.group))
    vouched = _voucher(event, token, desk) if told.group is not None else ""
    told = replace(told, factuality=standing, source=vouched)
    headline = worded(told, desk)
    if len(headline) > LONGEST:
        headline = worded(replace(told, source=""), desk)
    if len(headline) > LONGEST:
        return Draft("")
    over = not own and (is_noun(token) or token.role == Role.NOUN_CLAUSE)
    return Draft(headline, wants_of(told, desk, over=over))


def _told(token: Word, telling: Telling, event: Event, desk: Desk, room: Room) -> tuple[Told | None, bool]:
    """Return what tells a mention, its own words or the clause around it, and which of them that is."""
    if is_noun(token):
        return _noun_told(token, event, telling.owners, desk, room)
    if event.type == "Other" and _only_describes(token):
        clause = _clause_around(token, desk, room)
        if clause is not None:
            return clause, False
    return _verb_told(token, event, desk, room)


def _done(group: Group) -> Group:
    """Return an infinitive of what was done as a present: "(caused) the plane | to crash"."""
    return replace(group, tense="present", auxiliaries=()) if group.auxiliaries == ("to",) else group


def _voucher(event: Event, token: Word, desk: Desk) -> str:
    """Return who vouches for an event, a body with its article: « selon l'Autorité du canal »."""
    vouched = voucher_of(event, desk.cues, named=_is_named(event.source, desk))
    return phrase_of_entity(event.source, token, desk).text if vouched and isinstance(event.source, Entity) else vouched


def _is_named(source: Entity | Mention | None, desk: Desk) -> bool:
    """Tell who vouches whose first word is a name: "Memphis police"."""
    found = desk.cast.entities.covering.get(source.start) if isinstance(source, Mention) else None
    return found is not None and found[1].kind == "NAM"


def _noun_told(token: Word, event: Event, owners: Sequence[Word], desk: Desk, room: Room) -> tuple[Told | None, bool]:
    """Return the phrase of a noun, or the clause over it that says more; and whether its words are the event's own."""
    if event.factuality in AHEAD and is_of_stance(token, desk):
        return noun_phrase(head_of(token), desk, room.rest), False
    told = noun_phrase(token, desk, room.rest)
    if told is not None and not told.rest and owners:
        told = replace(told, owner=owners_of(owners, desk), rest="more")
    carried = is_carried(token, desk) and not owners
    carried = carried or event.factuality in UNSURE  # better than « pas de départ »
    clause = _clause_over(token, told, desk, room, carried=carried)
    return clause or told, clause is None


def _clause_over(token: Word, told: Told | None, desk: Desk, room: Room, *, carried: bool) -> Told | None:
    """Return the clause that says more than a noun without complements, or that carries it."""
    if told is not None and told.rest and not carried:
        return None
    far = carried or told is None or " " not in told.subject
    governed = _clause_of_noun(token, desk, far=far)
    return None if governed is None else clause_told(governed, token, desk, room)


def _verb_told(token: Word, event: Event, desk: Desk, room: Room) -> tuple[Told | None, bool]:
    """Return the clause of a verb, its subject known from elsewhere where it has none."""
    for who, undergone in _players(event):
        told = clause_told(token, token, desk, room, who, undergone=undergone)
        if told is not None and told.group is not None:
            return with_player(told, subject_at(token, desk), event, desk), _is_own(token, told.group)
    return None, True


def _only_describes(participle: Word) -> bool:
    """Tell a participle that says no more than which is meant: « des sources | citées par Volta », « piégée »."""
    bare = all(child.role in LITTLE for child in participle.children if child.i > participle.i)
    return bare and participle.role == Role.NOUN_CLAUSE and is_participle(participle) and not auxiliaries_of(participle)


def _clause_around(participle: Word, desk: Desk, room: Room) -> Told | None:
    """Return the clause that says of its noun more than a participle does."""
    governed = _clause_of_noun(participle.head, desk, far=True)
    clause = None if governed is None else clause_told(governed, participle, desk, room)
    return None if clause is None or clause.group is None or clause.pronoun else clause


def _players(event: Event) -> Iterator[tuple[Entity | None, bool]]:
    """Yield who is the subject of a verb without one: who did it, or whom it befell; nobody first."""
    yield None, False
    for role, undergone in (("agent", False), ("patient", True)):
        yield from ((who, undergone) for who in event.participants.get(role, ()) if isinstance(who, Entity))


def _is_own(token: Word, group: Group) -> bool:
    """Tell the verb of an event from the one over it, whose own words say how it stands: "is expected to leave"."""
    return token.lower_ in {group.form.lower(), group.lemma} or group.predicate


def _length(draft: Draft) -> int:
    return len(draft.text)


def _clause_of_noun(token: Word, desk: Desk, *, far: bool) -> Word | None:
    """Return the verb that a noun is the subject or object of, or one `far` over it."""
    head = token.head.head if token.role == Role.PREPOSITION_OBJECT else token.head
    if preposition_of(token) in desk.grammar.predicative and head.lemma_ in desk.grammar.copulas:
        return head  # "eight of them are in custody"
    if head != token and head.pos_ in VERBAL and (token.role in CORE | {Role.AGENT} or is_carried(token, desk)):
        return head
    above = [token.head, *islice(token.head.ancestors, REACH)] if far else []  # « il est blessé lors d'un choc »
    return next((word for word in above if word.pos_ in VERBAL and word != token and is_finite(word)), None)
