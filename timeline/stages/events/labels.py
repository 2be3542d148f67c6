"""Headlines of events: the text's own words, cut; who is meant where that is sure.

A headline is the clause of the event without what hangs on it loosely (`timeline.stages.events.clauses`), in the form
that headlines have (the language's room ``labels``). An event told by a noun keeps its noun phrase, unless the noun is
alone and its clause says more. The line over the article is the headline of its own event.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from operator import attrgetter

from timeline.languages.grammar import Role
from timeline.languages.headlines import Group, Told, capitalised
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.stages.events.alone import is_pointing
from timeline.stages.events.attribution import voucher_of
from timeline.stages.events.cues import Cues
from timeline.stages.events.naming import (
    BESIDE,
    BUDGETS,
    LONGEST,
    Desk,
    once_a_desk,
    phrase_of,
)
from timeline.stages.events.nouns import AHEAD, is_carried, is_of_stance, noun_phrase, owners_of
from timeline.stages.events.phrases import head_of
from timeline.stages.events.pieces import is_afterthought, pieces_of, predicate_of
from timeline.stages.events.subjects import subject_of
from timeline.stages.events.titles import title_of
from timeline.stages.events.verbatim import own_words
from timeline.syntax.clauses import Clause, auxiliaries_of, clause_at, clitics_of, group_of
from timeline.syntax.heard import heard
from timeline.syntax.phrases import antecedent, preposition_of
from timeline.syntax.voice import AUXILIARIES, CORE, NOMINALS, SUBJECTS, VERBAL, is_finite
from timeline.syntax.words import Word
from timeline.syntax.written import text_of, width

SAYING = 60  # characters of a phrase in what is said
REACH = 3  # dependencies from a bare noun to the verb of its clause
# What a headline may want, and how much that takes from it: of an event's mentions, the one that wants least tells it.
FAULTS = {
    "lone word": 12,  # « Interpellation »
    "fragment": 10,  # a verb without anybody who does it: « Devra présider »
    "pointing": 2,  # « Cette décision inquiète »: nothing to who has not read the text
    "pronoun": 6,  # « Il décède »
    "own words": 4,  # the parse tells no clause
    "otherwise": 4,  # this mention stands otherwise than the event: « pourrait partir » of one who left
    "of a mention": 6,  # the object of a verb that is a mention too: « remporte | sa victoire »
    "behind": 2,  # beyond the title and the lead
    "of another word": 3,  # the clause over a noun
    "noun": 3,  # « Départ d'Ada Roy »
    "unsaid": 4,  # « Le maire déclare »
    "bare verb": 4,  # « Le maire réagit »
}
FRONT = 1  # number of the last sentence that is title or lead
BARE = frozenset({"bare verb", "unsaid"})
UNSURE = frozenset({"negated", "counterfactual", "possible"})


@dataclass(frozen=True, slots=True)
class Room:
    """Characters of a subject, and of each phrase behind its verb."""

    subject: int
    rest: int

    def at_most(self, characters: int) -> Room:
        """Return what is left within fewer characters."""
        return Room(min(self.subject, characters), min(self.rest, characters))


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of an event: its word, whom a noun is of as its frame has it, and how the event stands there."""

    token: Word
    owners: tuple[Word, ...] = ()
    factuality: str = "factual"


@dataclass(frozen=True, slots=True)
class Draft:
    """A headline, and what it wants, by the names of `FAULTS`."""

    text: str
    wants: tuple[str, ...] = ()

    @property
    def cost(self) -> int:
        """How much is wanting."""
        return sum(FAULTS[name] for name in self.wants)


def _rooms() -> Iterator[tuple[Room, ...]]:
    """Yield how long phrases may be, tried in turn: all as long as possible, then the subject or the others less."""
    yield (Room(LONGEST, LONGEST),)
    for wide, narrow in pairwise(BUDGETS):
        yield Room(wide, narrow), Room(narrow, wide)
        yield (Room(narrow, narrow),)


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
        around = Draft("", _wants_around(telling, event, told))
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
    found = None
    for rooms in ROOMS:  # a verb left bare may have what it needs beside a shorter subject
        drafts = (_written(telling, event, desk, room) for room in rooms)
        fitting = [draft for draft in drafts if draft is not None]
        whole = [draft for draft in fitting if BARE.isdisjoint(draft.wants)]
        if whole:
            return max(whole, key=_length)
        found = found or next(iter(fitting), None)
    return found or _verbatim(token, desk)


def _wants_around(telling: Telling, event: Event, told: Container[int]) -> tuple[str, ...]:
    """Return what a mention wants beside its own words: where it stands, what it hangs on, how it stands."""
    token = telling.token
    asked = {
        "otherwise": telling.factuality != event.factuality,
        "of a mention": _is_noun(token) and token.head != token and token.head.i in told,
        "behind": token.sent.number > FRONT,
    }
    return _wanting(asked)


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
    return Draft(capitalised(text), _wanting(asked))


def _wanting(asked: dict[str, bool]) -> tuple[str, ...]:
    return tuple(name for name, wanting in asked.items() if wanting)


def _wants(told: Told, desk: Desk, *, over: bool) -> tuple[str, ...]:
    """Return what a headline wants."""
    if told.group is None:
        return ("noun",) if told.rest else ("lone word",)
    bare = not told.rest and not told.group.predicate and not told.group.passive
    unsaid = bare and told.group.lemma in desk.grammar.speech
    asked = {"pronoun": told.pronoun, "unsaid": unsaid, "bare verb": bare and not unsaid, "of another word": over}
    return _wanting(asked)


def _written(telling: Telling, event: Event, desk: Desk, room: Room) -> Draft | None:
    """Return a headline of phrases no longer than there is room for, if possible; nothing when it is too long."""
    token = telling.token
    if _is_noun(token):
        told, own = _noun_told(token, event, telling.owners, desk, room)
    else:
        told, own = _verb_told(token, event, desk, room)
    if told is None:
        return None
    standing = telling.factuality if own and token.role != Role.ADVERBIAL_CLAUSE else "factual"
    standing = "reported" if event.factuality == "reported" else standing
    told = replace(told, factuality=standing, source=voucher_of(event, desk.cues) if told.group is not None else "")
    headline = _worded(told, desk)
    if len(headline) > LONGEST:
        headline = _worded(replace(told, source=""), desk)
    return Draft(headline, _wants(told, desk, over=_is_noun(token) and not own)) if len(headline) <= LONGEST else None


@once_a_desk
def _worded(told: Told, desk: Desk) -> str:
    """Return a clause or a phrase in the form that the language's headlines have; "" where it has none."""
    rules = desk.language.labels_rules
    return "" if rules is None else rules.headline(told)


def _noun_told(token: Word, event: Event, owners: Sequence[Word], desk: Desk, room: Room) -> tuple[Told | None, bool]:
    """Return the phrase of a noun, or the clause over it that says more; and whether its words are the event's own."""
    if event.factuality in AHEAD and is_of_stance(token, desk):
        return noun_phrase(head_of(token), desk, room.rest), False
    told = noun_phrase(token, desk, room.rest)
    if told is not None and not told.rest and owners:
        told = replace(told, owner=owners_of(owners, desk), rest="more")
    carried = is_carried(token, desk) and not owners
    carried = carried or event.factuality in UNSURE  # better than « pas de départ »
    governed = _clause_of_noun(token, desk) if told is None or not told.rest or carried else None
    clause = _clause(governed, token, desk, room) if governed is not None else None
    return clause or told, clause is None


def _verb_told(token: Word, event: Event, desk: Desk, room: Room) -> tuple[Told | None, bool]:
    """Return the clause of a verb, its subject known from elsewhere where it has none."""
    for who, undergone in _players(event):
        told = _clause(token, token, desk, room, who, undergone=undergone)
        if told is not None and told.group is not None:
            return told, _is_own(token, told.group)
    return None, True


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


def _is_noun(token: Word) -> bool:
    predicate = any(child.role in SUBJECTS for child in token.children)  # a verb that the tagger took for a noun
    return token.pos_ not in VERBAL and not auxiliaries_of(token) and token.pos_ != "ADJ" and not predicate


def _clause_of_noun(token: Word, desk: Desk) -> Word | None:
    """Return the verb that a noun is the subject or object of."""
    head = token.head.head if token.role == Role.PREPOSITION_OBJECT else token.head
    if preposition_of(token) in desk.grammar.predicative and head.lemma_ in desk.grammar.copulas:
        return head  # "eight of them are in custody"
    if head != token and head.pos_ in VERBAL and (token.role in CORE | {Role.AGENT} or is_carried(token, desk)):
        return head
    above = [token.head, *islice(token.head.ancestors, REACH)]  # « il est blessé lors d'un choc »
    return next((word for word in above if word.pos_ in VERBAL and word != token and is_finite(word)), None)


def _with_its_ne(group: Group, cues: Cues) -> Group:
    """Leave out what negates beside « ne » alone: « relâchés quatre jours plus tard »."""
    if cues.ne.isdisjoint(group.negation):
        return replace(group, negation=tuple(word for word in group.negation if word not in cues.with_ne))
    return group


def _clause(
    token: Word, core: Word, desk: Desk, room: Room, player: Entity | None = None, *, undergone: bool = False
) -> Told | None:
    """Return the clause of a verb; `player` is its subject where it has none, of a passive if what is `undergone`."""
    clause, group, clitics = _taken_apart(_verb_of(token), desk)
    verb = clause.verb
    subject, taken = subject_of(clause, desk, player if group.passive == undergone else None, room.subject)
    if subject is None:
        return None
    rest: list[str] = []
    if group.predicate:
        group = replace(group, form=predicate_of(verb, desk, room.rest))
        if not group.form:
            return None
    else:
        group = _dated(group, verb, desk)
        rest = [
            phrase_of(word, desk, room.rest).text
            for word in clitics
            if desk.cast.at(word) and word.role != Role.INDIRECT_OBJECT
        ]
        pieces = pieces_of(clause, desk, core, taken, subject.text, room.rest)
        bare = not any(word.i not in taken and not is_afterthought(word, clause) for word in clause.needed)
        rest += _antecedent(verb, desk, room)
        said = _said(verb, desk, room) if bare else ""  # « annonce dans un communiqué » → « annonce : … »
        rest += (said,) if said else pieces
    return Told(
        subject=subject.text,
        owner=_possessor(clause.subject, verb, desk),
        goal=_goal(clitics, subject.text, desk, room.rest),
        plural=subject.plural,
        feminine=subject.feminine,
        pronoun=subject.pronoun,
        group=group,
        rest=" ".join(rest),
    )


@once_a_desk
def _taken_apart(token: Word, desk: Desk) -> tuple[Clause, Group, tuple[Word, ...]]:
    """Return the clause of a verb, the words of the verb, and the pronouns before it that are its objects."""
    clause = clause_at(token, desk.grammar, desk.cast.is_date)
    clitics = clitics_of(clause.verb)
    unknown = tuple(word for word in clitics if desk.cast.at(word) is None)
    group = group_of(clause.verb, desk.cues.negation | desk.cues.ne, unknown)
    return clause, _with_its_ne(group, desk.cues), clitics


def _goal(clitics: Sequence[Word], subject: str, desk: Desk, budget: int) -> str:
    """Return to whom, where a pronoun says it of somebody known: « lui permet »."""
    known = (word for word in clitics if word.role == Role.INDIRECT_OBJECT and desk.cast.at(word) is not None)
    return next((name for word in known if (name := phrase_of(word, desk, budget).text) != subject), "")


def _possessor(subject: Word | None, verb: Word, desk: Desk) -> str:
    """Return whose a subject is by a relative pronoun: « la firme, dont le cours baisse »."""
    inner = subject.children if subject is not None else ()
    pronoun = next((word for word in inner if word.lower_ in desk.language.labels.genitive), None)
    if pronoun is None:
        return ""
    noun = antecedent(pronoun, verb, desk.grammar)
    nominal = noun.pos_ in {"NOUN", "PROPN"} and not auxiliaries_of(noun)
    named = phrase_of(noun, desk, BESIDE, of=verb) if nominal else None
    return "" if named is None or named.pronoun else named.text


def _antecedent(verb: Word, desk: Desk, room: Room) -> list[str]:
    """Return what a relative clause has for its object: « le relais, qu'elle remporte à Lyon »."""
    if verb.role != Role.RELATIVE_CLAUSE or verb.head.pos_ not in {"NOUN", "PROPN"}:
        return []
    objects = [child for child in verb.children if child.role == Role.OBJECT]
    if [word.i < verb.i and word.lower_ in desk.grammar.relative for word in objects] != [True]:
        return []
    told = phrase_of(verb.head, desk, min(room.rest, BESIDE), of=verb)
    return [] if told.pronoun else [told.text]


def _dated(group: Group, verb: Word, desk: Desk) -> Group:
    """Return an imperfect as a past where it tells what happened once: « affirmait », « quittait mardi Volta »."""
    once = verb.lemma_ in desk.grammar.speech or any(map(desk.cast.is_date, verb.children))
    return replace(group, tense="past") if group.tense == "imperfect" and once and not group.auxiliaries else group


def _said(verb: Word, desk: Desk, room: Room) -> str:
    """Return what is said, for a verb of saying that stands behind it: « …, annonce l'ONU » → « : … »."""
    if verb.lemma_ not in desk.grammar.speech:
        return ""
    told = heard(verb)
    if told is None or told.pos_ not in VERBAL or told in {verb, *verb.ancestors} - {verb.head}:
        return ""
    if told.lemma_ in desk.grammar.speech and heard(told) is not None:
        return ""  # of two verbs of saying side by side each may be read as what the other says
    clause = _clause(told, told, desk, room.at_most(SAYING))
    if clause is None or clause.group is None:
        return ""
    text = _worded(clause, desk)
    return f": {text if clause.subject[:1].isupper() else text[:1].lower() + text[1:]}"


def _verb_of(token: Word) -> Word:
    """Return a verb, or the one over a word that the parser took for part of a set phrase."""
    above = (word for word in islice(token.ancestors, REACH) if word.pos_ in VERBAL)
    return next(above, token) if token.role == Role.FIXED else token
