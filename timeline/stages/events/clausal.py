"""A clause as a headline tells it: its subject, the words of its verb, and what follows that it cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from timeline.languages.grammar import Form, Role
from timeline.languages.headlines import Group, Told
from timeline.model.entity import PLACE, Entity
from timeline.stages.events.cues import Cues
from timeline.stages.events.drafts import Room
from timeline.stages.events.naming import BESIDE, Desk, once_a_desk, phrase_of
from timeline.stages.events.pieces import is_afterthought, pieces_of, predicate_of
from timeline.stages.events.relatives import antecedent_of, last_verb, with_antecedent
from timeline.stages.events.subjects import subject_of
from timeline.syntax.clauses import Clause, auxiliaries_of, clause_at, clitics_of
from timeline.syntax.cutting import cut
from timeline.syntax.grouping import group_of
from timeline.syntax.heard import heard, quoted
from timeline.syntax.phrases import antecedent, mark_before, slots_of
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word
from timeline.syntax.written import text_of, width

SAYING = 60  # characters of a phrase in what is said
HOLLOW = 15  # characters of what says nothing: « lieu », "to take place"
DATED = 30  # characters of a date
TO = 3  # characters of « à » before whom it is done to
ADDRESSED = frozenset({Role.INDIRECT_OBJECT, Role.OBLIQUE_ARGUMENT})  # to whom something is said
AROUND = frozenset({Role.ADJUNCT, Role.OBLIQUE, Role.OBLIQUE_ARGUMENT, Role.PREPOSITION})  # where it happens
REACH = 3  # dependencies from a word of a set phrase to the verb over it


def _with_its_ne(group: Group, cues: Cues) -> Group:
    """Leave out what negates beside « ne » alone: « relâchés quatre jours plus tard »."""
    if cues.ne.isdisjoint(group.negation):
        return replace(group, negation=tuple(word for word in group.negation if word not in cues.with_ne))
    return group


def clause_told(
    token: Word, core: Word, desk: Desk, room: Room, player: Entity | None = None, *, undergone: bool = False
) -> Told | None:
    """Return the clause of a verb; `player` is its subject where it has none, of a passive if what is `undergone`."""
    clause, group, clitics = _taken_apart(_verb_of(token), desk)
    verb = clause.verb
    player = player if group.passive == undergone else None
    subject, taken = subject_of(clause, desk, player, room.subject, named=room.named)
    if subject is None:
        return None
    rest: list[str] = []
    goal = _goal(clitics, subject.text, desk, room.rest)
    if group.predicate:
        group = replace(group, form=predicate_of(verb, desk, room.rest))
        if not group.form:
            return None
    else:
        group = _dated(group, verb, desk)
        around = len(subject.text) + (len(goal) + TO if goal else 0)
        pieces = pieces_of(clause, desk, core, taken, around, room.rest)
        before = _objects_before(clitics, desk, room)
        if any(_is_same_name(subject.text, named) for named in before):  # nobody knows whom: « Ada Roy l'évince »
            group, before = replace(group, clitics=tuple(word.lower_ for word in clitics)), []
        rest = [*before, *_behind(clause, _without_name(pieces, subject.text, desk), taken, desk, room)]
        rest += _told_date(verb, desk, alone=not rest) if len(" ".join(rest)) <= HOLLOW else []
        rest = rest or _place_before(verb, desk, room.rest)
    owner, owned = _owner(clause.subject, subject.text, desk)
    told = Told(
        subject=owned,
        owner=owner or _possessor(clause.subject, verb, desk),
        goal=goal,
        plural=subject.plural,
        feminine=subject.feminine,
        pronoun=subject.pronoun,
        group=group,
        rest=" ".join(rest),
    )
    return _of_oneself(told, group, clause, room)


def subject_at(token: Word, desk: Desk) -> Word | None:
    """Return the word that is the subject of a verb's clause."""
    return _taken_apart(_verb_of(token), desk)[0].subject


def _of_oneself(told: Told, group: Group, clause: Clause, room: Room) -> Told:
    """Return the clause of who speaks of themselves in their own words: « Ada Roy : je me suis trompée »."""
    own = _own_pronoun(clause)
    if not own:
        return told
    verb = clause.verb
    if group.reflexive:
        reflexive = (child.lower_ for child in verb.children if child.role == Role.REFLEXIVE and child.i < verb.i)
        group = replace(group, reflexive=False, clitics=(*reflexive, *group.clitics))
    speaker = "" if told.pronoun or room.heard else told.subject
    return replace(told, subject=own, speaker=speaker, group=group)


def _own_pronoun(clause: Clause) -> str:
    """Return the pronoun of who speaks of themselves, whose verb stands in no other person: « je suis »."""
    word = clause.subject
    if word is None or word.pos_ != "PRON" or Form.FIRST_PERSON not in word.form:
        return ""
    verbs = (clause.verb, *auxiliaries_of(clause.verb))
    return word.lower_ if any(Form.FIRST_PERSON in verb.form for verb in verbs) else ""


def _objects_before(clitics: Sequence[Word], desk: Desk, room: Room) -> list[str]:
    """Return what is known of the pronouns before a verb that are its objects."""
    known = (word for word in clitics if _is_known(word, desk) and word.role != Role.INDIRECT_OBJECT)
    return [phrase_of(word, desk, room.rest).text for word in known]


def _is_same_name(subject: str, other: str) -> bool:
    """Tell names that share a word: « Danel », « Marc Danel »."""
    return any(word[:1].isupper() for word in {*subject.split()} & {*other.split()})


def _without_name(pieces: Sequence[str], subject: str, desk: Desk) -> list[str]:
    """Leave the subject off what the parser hung it on: « (explique) à l'AFP | Ada Roy »."""
    left = (piece if _is_wanted(piece, subject, desk) else piece.removesuffix(subject).rstrip() for piece in pieces)
    return [piece for piece in left if piece]


def _is_wanted(piece: str, subject: str, desk: Desk) -> bool:
    """Tell a phrase that does not end in the subject, or whose last word wants it: « le mari d'Ada Roy »."""
    if piece == subject:
        return False
    before, name, _ = piece.rpartition(f" {subject}")
    last = before.rpartition(" ")[2].lower()
    wanting = last in desk.articles or last in desk.grammar.prepositions or last.endswith("'")
    return not name or not piece.endswith(name) or wanting


def _behind(clause: Clause, pieces: list[str], taken: frozenset[int], desk: Desk, room: Room) -> list[str]:
    """Return what follows a verb: what is said, else its phrases with what it has for its object by a pronoun."""
    verb, last = clause.verb, last_verb(clause.verb)
    spoken = verb.lemma_ in desk.grammar.speech
    needed = (word for word in clause.needed if word.i not in taken and not is_afterthought(word, clause))
    addressed = ADDRESSED | {Role.OBJECT} if _is_said_before(verb) else ADDRESSED  # "…," she told reporters
    bare = not any(word for word in needed if not (spoken and word.role in addressed))
    said = (
        _said(verb, desk, room) if bare and not room.heard else ""
    )  # « annonce dans un communiqué » → « annonce : … »
    return [said] if said else with_antecedent(pieces, antecedent_of(clause, last, desk, room.rest), last, verb)


def _is_said_before(verb: Word) -> bool:
    """Tell a verb of saying behind what it says."""
    told = heard(verb)
    return told is not None and told.i < verb.i


def _told_date(verb: Word, desk: Desk, *, alone: bool) -> list[str]:
    """Return when, for a verb that says nothing else: « doit se tenir | le 23 juin », « remonte | à 2014 »."""
    verbs = [verb, *(child for child in verb.rights if child.role == Role.OPEN_COMPLEMENT)]
    wanting = any(_only_happens(word, desk, alone=alone) for word in verbs)
    near = [child for word in verbs for child in word.rights if _is_plain_date(child, desk)]
    told = [text_of(child.subtree) for child in near if wanting or (alone and child.role == Role.OBLIQUE_ARGUMENT)]
    return [text for text in told if len(text) <= DATED][:1]


def _place_before(verb: Word, desk: Desk, budget: int) -> list[str]:
    """Return where, told before a verb behind which nothing is told: « Au Japon, la maladie réapparaît »."""
    for child in verb.lefts:
        noun = next((inner for inner in child.children if inner.role == Role.PREPOSITION_OBJECT), child)
        where = desk.cast.at(noun) if child.role in AROUND and "place" in slots_of(noun, desk.grammar) else None
        if where is not None and where.type == PLACE:
            text = text_of(cut(child, desk.cast.is_date, budget))
            return [text[:1].lower() + text[1:]]
    return []


def _is_plain_date(child: Word, desk: Desk) -> bool:
    """Tell a date in figures that neither a comma nor a clause parts: "for March 3", not « , en 2019, »."""
    words = child.subtree
    dated = desk.cast.is_date(child) or (child.role == Role.PREPOSITION and any(map(desk.cast.is_date, words)))
    if not dated or mark_before(child):
        return False
    figures = any(character.isdigit() for word in words for character in word.text)
    return figures and all(word.pos_ not in {*VERBAL, "PUNCT"} for word in words)


def _only_happens(verb: Word, desk: Desk, *, alone: bool) -> bool:
    """Tell a verb that says but that, or when, something takes place: « se tenir », "to be scheduled"."""
    lemma = verb.lemma_.lower()
    needed = desk.cues.occurrence.get(lemma)  # « avoir | lieu »
    happens = (
        alone if needed == "" else needed in {part for word in verb.children for part in (word.lower_, word.lemma_)}
    )
    return happens or desk.cues.governors.get(lemma) == "future"


@once_a_desk
def _taken_apart(token: Word, desk: Desk) -> tuple[Clause, Group, tuple[Word, ...]]:
    """Return the clause of a verb, the words of the verb, and the pronouns before it that are its objects."""
    clause = clause_at(token, desk.grammar, desk.cast.is_date)
    clitics = clitics_of(clause.verb)
    unknown = tuple(word for word in clitics if not _is_known(word, desk))
    group = group_of(clause.verb, desk.cues.negation | desk.cues.ne, unknown)
    return clause, _with_its_ne(group, desk.cues), clitics


def _is_known(pronoun: Word, desk: Desk) -> bool:
    """Tell a pronoun before its verb whose meaning a headline can tell."""
    return desk.cast.at(pronoun) is not None or not phrase_of(pronoun, desk, BESIDE).pronoun


@once_a_desk
def worded(told: Told, desk: Desk) -> str:
    """Return a clause or a phrase in the form that the language's headlines have; "" where it has none."""
    rules = desk.language.labels_rules
    return "" if rules is None else rules.headline(told)


def _goal(clitics: Sequence[Word], subject: str, desk: Desk, budget: int) -> str:
    """Return to whom, where a pronoun says it of somebody known: « lui permet »."""
    known = (word for word in clitics if word.role == Role.INDIRECT_OBJECT and desk.cast.at(word) is not None)
    return next((name for word in known if (name := phrase_of(word, desk, budget).text) != subject), "")


def _owner(subject: Word | None, text: str, desk: Desk) -> tuple[str, str]:
    """Return by name whose a subject is by the possessive that it begins with, and the rest of it: "his | car"."""
    first = subject.left_edge if subject is not None else None
    if first is None or first.lower_ not in desk.language.labels.owning:
        return "", text
    who, words = desk.cast.at(first), text.partition(" ")
    told = who is not None and words[0].lower() == first.lower_ and len(who.name) <= BESIDE and who.name not in text
    return (who.name, words[2]) if who is not None and told else ("", text)


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


def _dated(group: Group, verb: Word, desk: Desk) -> Group:
    """Return an imperfect as a past where it tells what happened once: « affirmait », « quittait mardi Volta »."""
    once = verb.lemma_ in desk.grammar.speech or any(map(desk.cast.is_date, verb.children))
    return replace(group, tense="past") if group.tense == "imperfect" and once and not group.auxiliaries else group


def _said(verb: Word, desk: Desk, room: Room) -> str:
    """Return what is said, for a verb of saying that stands behind it: « …, annonce l'ONU » → « : … »."""
    told = heard(verb)
    if told is None or told in {verb, *verb.ancestors} - {verb.head}:
        return ""
    quote = quoted(told)
    if verb.lemma_ not in desk.grammar.speech and not quote:
        return ""
    words = f": {_begun_small(quote)}" if quote and width(quote) <= SAYING else ""
    if told.pos_ not in VERBAL:
        return words
    if told.lemma_ in desk.grammar.speech and heard(told) is not None:
        return ""  # of two verbs of saying side by side each may be read as what the other says
    clause = clause_told(told, told, desk, room.of_speech(SAYING))
    if clause is None or clause.group is None:
        return words
    text = worded(clause, desk)
    named = text.split(" ")[0] in clause.subject or text[1:2].isupper()  # "an Egyptian court"
    return f": {text if named else text[:1].lower() + text[1:]}"


def _begun_small(quote: list[Word]) -> str:
    text = text_of(quote)
    return text if quote[0].pos_ == "PROPN" or text[1:2].isupper() else text[:1].lower() + text[1:]


def _verb_of(token: Word) -> Word:
    """Return a verb, or the one over a word that the parser took for part of a set phrase."""
    above = (word for word in islice(token.ancestors, REACH) if word.pos_ in VERBAL)
    return next(above, token) if token.role == Role.FIXED else token
