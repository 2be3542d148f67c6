"""The subject that stands after its verb: « …, a annoncé l'entreprise », « a-t-elle promis », "asked the judge".

Parsers take such a nominal for an object, an adverbial or the head of the verb, so it is looked for by its place.
"""

from __future__ import annotations

from timeline.languages.grammar import Form, Role
from timeline.syntax.functions import Grammar
from timeline.syntax.phrases import DEPTH, preposition_of
from timeline.syntax.voice import SUBJECTS, VERBAL, is_finite
from timeline.syntax.words import Word

QUOTES = frozenset("»”\"'") | {"''"}
DASHES = frozenset("–—")
NEAR = 4  # words between a subject and its verb where nothing stands between them
ADVERBIAL = frozenset({Role.ADJUNCT, Role.OBLIQUE_ARGUMENT, Role.ADVERB, Role.ADVERBIAL_NOUN})
ADVERBIALS = 5  # adverbials between a verb and its subject
REACH = 14  # words after a verb where a conjunction shows that it is one of a chain


def postposed_subject(verb: Word, grammar: Grammar) -> Word | None:
    """Return the nominal after a finite verb that is its subject; nothing where the verb has one before it."""
    doc = verb.doc
    if grammar.inverted:
        for word in (*doc[max(verb.i - 1, 0) : verb.i], *doc[verb.i + 1 : verb.i + 3]):
            if word.lower_ in grammar.inverted:
                return word
    relative = any(child.role == Role.OBJECT and child.lower_ in grammar.relative for child in verb.children)
    if not (relative or verb.lemma_ in grammar.speech) or not is_finite(verb) or _has_speaker(verb, grammar):
        return None
    nominal = _nominal_after(verb)
    return nominal if nominal is not None and (relative or is_parenthesis(verb, nominal, grammar)) else None


def _has_speaker(verb: Word, grammar: Grammar) -> bool:
    """Tell a verb with a subject before it that may well speak; « cette nuit » does not."""
    subjects = (child for child in verb.children if child.role in SUBJECTS and child.i < verb.i)
    subjects = (child for child in subjects if not _is_parted(child, verb))
    return any(_can_speak(child, grammar) or verb.i - child.i < NEAR for child in subjects)


def _is_parted(subject: Word, verb: Word) -> bool:
    """Tell a noun that one comma parts from a verb, and that is not its subject: « L'usine, a annoncé Ada Roy, … »."""
    first = first_of_group(verb)
    marks = [word.i for word in verb.doc[subject.i : first] if word.text == ","]
    return marks == [first - 1]


def _can_speak(word: Word, grammar: Grammar) -> bool:
    known = not grammar.speakers.isdisjoint({word.lemma_.lower(), word.lower_})
    return known or word.pos_ in {"PRON", "PROPN"} or word.text[:1].isupper()


def is_parenthesis(verb: Word, speaker: Word, grammar: Grammar) -> bool:
    """Tell a verb of saying that follows what is said: « …, a juré le maire »."""
    if verb.lemma_ not in grammar.speech:
        return False
    first = first_of_group(verb)
    before = verb.doc[first - 1].text if first > verb.sent.start else ""
    if before in QUOTES or before in DASHES:
        return True
    if before != ",":
        return False
    if first - 2 >= verb.sent.start and verb.doc[first - 2].text in QUOTES:
        return True
    return (verb.role == Role.PARATAXIS or _can_speak(speaker, grammar)) and not is_chained(verb)


def _nominal_after(verb: Word) -> Word | None:
    """Return the head of the nominal that begins right after a verb, wherever the parser hung it."""
    first = word = _past_adverbials(verb)
    if first is None or word is None:
        return None
    for _ in range(DEPTH):
        if word.head.i < first.i or word.head == word or (word.head.pos_ in VERBAL and word.role != Role.DETERMINER):
            break
        word = word.head
    nominal = word.pos_ in {"NOUN", "PROPN", "X"} or (word.pos_ == "PRON" and Form.INDEFINITE_PRONOUN in word.form)
    nominal = nominal or any(
        child.role == Role.DETERMINER for child in word.children
    )  # « l'exploitant » taken for a participle
    return word if nominal and not preposition_of(word) else None


def _past_adverbials(verb: Word) -> Word | None:
    """Return the first word after a verb that is no adverb, day or addressee: « a averti | lundi | le ministre »."""
    place = verb.i + 1
    for _ in range(ADVERBIALS):
        if place >= verb.sent.end:
            return None
        word = verb.doc[place]
        if word.pos_ == "ADP" and word.head.pos_ in {"NOUN", "PROPN"} and word.head.i > place:
            place = word.head.i + 1
        elif word.pos_ == "ADV" or _is_bare_time(word, verb):
            place += 1
        elif _is_dated(word):
            place += 3
        else:
            return word
    return None


def _is_dated(word: Word) -> bool:
    """Tell « le 26 mars »: an article, a number and a noun, before another article or a name."""
    following = word.doc[word.i + 1 : word.i + 4]
    if word.pos_ != "DET" or [other.pos_ for other in following[:2]] != ["NUM", "NOUN"] or len(following) < 3:
        return False
    return following[0].text.isdigit() and following[2].pos_ in {"DET", "PROPN"}


def _is_bare_time(word: Word, verb: Word) -> bool:
    """Tell « mardi » and « soir » in « a prévenu mardi soir la préfète »: nouns without an article behind a verb."""
    if (
        word.pos_ != "NOUN"
        or not word.text.islower()
        or any(child.role in {Role.DETERMINER, Role.CASE} for child in word.children)
    ):
        return False
    return (word.head == verb and word.role in ADVERBIAL) or word.head.i == word.i - 1


def first_of_group(verb: Word) -> int:
    """Return the place of the first word of a verbal group: its auxiliaries, clitics and short adverbs."""
    first = verb.i
    while first > verb.sent.start:
        word = verb.doc[first - 1]
        if word.pos_ not in {"AUX", "PRON", "ADV", "PART"} or (word.head != verb and word.pos_ != "AUX"):
            break
        first -= 1
    return first


def is_chained(verb: Word) -> bool:
    """Tell one of several verbs of one subject: « il a vu le maire, a critiqué le préfet et est parti »."""
    following = verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]
    conjunctions = (word.i for word in following if word.pos_ == "CCONJ")
    return any(word.pos_ in VERBAL for i in conjunctions for word in verb.doc[i + 1 : i + 3])
