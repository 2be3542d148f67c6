"""What verbs tell of the names beside them: who may be dismissed, what may be bought."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from timeline.model.entity import PERSON
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name
from timeline.stages.names.tokens import governor, lemma_among
from timeline.stages.names.weights import CUES, Cue
from timeline.syntax import Form, Role, form_of, role_of
from timeline.syntax.voice import SUBJECTS, VERB_AUXILIARIES


def verb_cues(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what the verb tells: the parser's, or the word right before where parsers falter on unknown names."""
    before = doc[name.start - 1] if name.start else None
    if before is not None and (cues := list(_object_cues(before, doc, name, lexicon))):
        yield from cues
        return
    root = doc[name.start : name.end].root
    verb = _lemma(governor(root))
    yield from _plural_cues(root, lexicon)
    if role_of(root) in {Role.PASSIVE_SUBJECT, Role.OBJECT}:
        yield from _object_cues(governor(root), doc, name, lexicon)
    elif role_of(root) in SUBJECTS or _is_agent(root):
        yield from _subject_cues(verb, lexicon)
        yield from _owned_cues(governor(root), lexicon)
        yield from _seat_cues(name.words(doc), verb, lexicon)
        yield from _namesake_cues(doc, name, verb, lexicon)
    elif role_of(root) == Role.CONJUNCT:
        yield from _joined_cues(root, doc, name, lexicon)
    elif name.start and _is_left(doc, name, verb, lexicon):
        yield CUES["source of a deed"]


def _is_left(doc: Doc, name: Name, verb: str, lexicon: Lexicon) -> bool:
    """Tell what somebody leaves, or is made to leave (« évincée de X »)."""
    return not {verb, _complemented(doc, name, lexicon)}.isdisjoint(lexicon.words.context.organisation_source)


def _joined_cues(root: Token, doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what befalls the first of several names, and so the others: "Ann Lee and Paris Hilton were appointed"."""
    first = root.head
    while role_of(first) == Role.CONJUNCT and first.head.i < first.i:
        first = first.head
    if first.pos_ == "PROPN" and role_of(first) in {Role.PASSIVE_SUBJECT, Role.OBJECT}:
        yield from _object_cues(governor(first), doc, name, lexicon)


def _complemented(doc: Doc, name: Name, lexicon: Lexicon) -> str:
    """Return the lemma of the word whose complement a name is (« évincée de X »), "" where it is none."""
    if name.start > 1 and doc[name.start - 1].text.lower() in lexicon.words.names.of:
        return _lemma(doc[name.start - 2])
    return ""


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _is_agent(root: Token) -> bool:
    return role_of(root) == Role.AGENT or (
        role_of(root) == Role.PREPOSITION_OBJECT and role_of(root.head) == Role.AGENT
    )


def _seat_cues(text: str, verb: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a verb of saying tells of a palace or a street: who sits there speaks ("the Vatican said")."""
    if text in lexicon.words.organisations.seats and verb in lexicon.words.speech.verbs:
        yield CUES["seat that speaks"]


def _namesake_cues(doc: Doc, name: Name, verb: str, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what tells somebody called after a town from what is in it ("Paris Hilton sued", "Paris Motors sued")."""
    first, last, words = doc[name.start], doc[name.end - 1], lexicon.words
    if name.end - name.start != 2 or fold(first.text) not in lexicon.namesakes or verb in words.sport.verbs:
        return
    listed = (words.organisations.words, words.organisations.clubs, words.places.last_words, words.others.words)
    common = last.lower_ in lexicon.common_nouns or any(last.lower_ in each for each in listed)
    of_there = last.text in words.names.demonyms or "-" in last.text or Form.PLURAL in form_of(last)
    determined = name.start > 0 and doc[name.start - 1].pos_ == "DET"
    if not (common or of_there or determined):
        yield CUES["namesake of a town"]


def _subject_cues(lemma: str, lexicon: Lexicon) -> Iterator[Cue]:
    yield CUES["subject, a person"]
    yield CUES["subject, a body"]
    if lemma in lexicon.words.context.person_subject:
        yield CUES["subject of a person's verb"]
    elif lemma in lexicon.words.context.organisation_subject:
        yield CUES["subject of a body's verb"]
    elif lemma in lexicon.words.context.minded:
        yield CUES["person with a mind"]
        yield CUES["body with a mind"]


def _owned_cues(verb: Token, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a subject's possession tells: « X ferme ses usines », "X cut its workers"."""
    for noun in verb.children:
        owned = role_of(noun) == Role.OBJECT and any(child.lower_ in lexicon.possessives for child in noun.children)
        parts = lexicon.words.context.organisation_parts
        if owned and (noun.lower_ in parts or _is_boss_of_thing(noun, verb, lexicon)):
            yield CUES["part of a body"]


def _is_boss_of_thing(noun: Token, verb: Token, lexicon: Lexicon) -> bool:
    """Tell "fired its CEO"."""
    told = noun.lower_ in lexicon.person_nouns and _lemma(verb) in lexicon.words.context.person_object
    return told and any(_is_of_thing(child, lexicon) for child in noun.children)


def _is_of_thing(possessive: Token, lexicon: Lexicon) -> bool:
    """Tell a possessive of bodies alone ("its")."""
    form = lexicon.possessives.get(possessive.lower_)
    return form is not None and PERSON not in form.types


def _plural_cues(subject: Token, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a plural verb tells of one name: a body taken for its members ("Dunmore City have won")."""
    joined = any(role_of(child) in {Role.CONJUNCT, Role.COORDINATOR, Role.DETERMINER} for child in subject.children)
    if joined or role_of(subject) not in SUBJECTS or Form.PLURAL in form_of(subject):
        return
    verbs = (subject.head, *(child for child in subject.head.children if role_of(child) in VERB_AUXILIARIES))
    if any(verb.text.lower() in lexicon.words.context.plural_verbs for verb in verbs):
        yield CUES["plural verb"]


def _object_cues(verb: Token, doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[Cue]:
    """Yield what a verb tells of whom, or what, it is done to."""
    words = lexicon.words.context
    if lemma_among(verb, words.person_object) in words.person_object:
        yield CUES["object of a person's verb"]
    if lemma_among(verb, words.organisation_object) in words.organisation_object:
        yield CUES["object of a body's verb"]
        if not _is_known_otherwise(doc, name, lexicon):
            yield CUES["led or bought"]
    if lemma_among(verb, words.other_object) in words.other_object:
        yield CUES["object of a thing's verb"]


def _is_known_otherwise(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Tell a place that is known, and a name that begins like people's (« diriger Isabelle Morel »)."""
    whole = fold(name.words(doc))
    full = name.end - name.start > 1 and fold(doc[name.start].text) in lexicon.given_names
    return full or whole in lexicon.regions or whole in lexicon.towns
