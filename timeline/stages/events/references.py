"""What a bare description or a pronoun takes up, told in full: « la loi » → « la loi sur la presse », « elle ».

A headline stands alone, so its words may not lean on the sentences before it. A description is told as the text told it
in full, where it did so in one way; a pronoun by the noun that it takes up, or the one subject at hand that agrees, in
the clause over its own or in the sentence before. What is not sure stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.grammar import Form, Role
from timeline.stages.events.antecedents import agrees, form_of, object_shared
from timeline.stages.events.cast import Cast
from timeline.stages.names.lexicon import PronounForm
from timeline.syntax.cutting import cut
from timeline.syntax.phrases import is_bare, preposition_of
from timeline.syntax.voice import SUBJECTS, VERBAL, is_participle
from timeline.syntax.words import Word

FULL = 44  # characters of a phrase told in full
FAR = 4000  # words back to it
NOMINAL = frozenset({"NOUN", "PROPN"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
MAIN = frozenset({Role.ROOT, Role.CONJUNCT})
TAKING_PART = SUBJECTS | {Role.OBJECT}
ABOUT_NOTHING = frozenset({Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT, Role.CLAUSE_SUBJECT})


def fuller_of(noun: Word, cast: Cast) -> tuple[list[Word], list[Word]]:
    """Return the words before and behind a noun where the text told it in full; none where it did not, or in two ways.

    « la loi sur la presse … la loi » gives « sur la presse », "the A400M aircraft … the aircraft" "A400M".
    """
    found = _tellings(noun, cast)
    shortest = min(found, key=len, default=())
    if not shortest or any(other[: len(shortest)] != shortest for other in found):
        return [], []  # « l'attaque jihadiste » is « l'attaque jihadiste de Gao » too, « le test de Lyon » no other
    before, behind = found[shortest]
    more = [word for word in (*before, *behind) if word.pos_ in TELLING]
    said = {word.lower_ for word in more if word.pos_ != "ADJ" or len(more) == 1}
    heard = {word.lower_ for word in noun.sent.words}
    alone = said.isdisjoint(heard) and not are_several(behind)
    return (before, behind) if said and alone else ([], [])


def _tellings(noun: Word, cast: Cast) -> dict[tuple[str, ...], tuple[list[Word], list[Word]]]:
    """Return the ways in which the text told a noun in full; none of a person.

    Another man may have been told of: « un homme de 54 ans a péri … l'homme a été arrêté ».
    """
    found: dict[tuple[str, ...], tuple[list[Word], list[Word]]] = {}
    for other in _told_before(noun, cast) if "person" not in cast.kinds_of(noun) else ():
        before, behind = told_more(other, cast)
        if before or behind:
            found[tuple(word.lower_ for word in (*before, *behind) if word.pos_ in TELLING)] = before, behind
    return found


def _told_before(noun: Word, cast: Cast) -> Iterator[Word]:
    """Yield the nouns of the same word and number before one."""
    number = noun.form & {Form.SINGULAR, Form.PLURAL}
    for place in cast.nouns_of(noun.doc).get(noun.lemma_, ()):
        other = noun.doc[place]
        if noun.i - FAR < place < noun.i and other.form & {Form.SINGULAR, Form.PLURAL} == number:
            yield other


def told_more(noun: Word, cast: Cast) -> tuple[list[Word], list[Word]]:
    """Return what tells of a noun which one it is: names before it, and what follows it closely."""
    words = cut(noun, cast.is_time, FULL)
    before = [word for word in words if word.i < noun.i and word.head == noun and word.pos_ == "PROPN"]
    behind = [word for word in words if word.i > noun.i]
    if any(_is_of_clause(word, noun) or word.pos_ == "PRON" or word.lower_ in cast.others for word in behind):
        return [], []
    whole = behind and behind[0].pos_ != "DET" and behind[-1].i - noun.i == len(behind)
    return before, behind if whole else []


def are_several(behind: list[Word]) -> bool:
    """Tell what follows a noun and names another one as well: « un téléphone | et un baladeur »."""
    return any(word.role == Role.CONJUNCT and word.head.i < behind[0].i for word in behind)


def _is_of_clause(word: Word, noun: Word) -> bool:
    """Tell a verb, but not what only describes: « un navire | géant », « l'attaque | survenue à Gao »."""
    if word.pos_ not in VERBAL or (word.role == Role.ADJECTIVE and word.head == noun):
        return False
    return not (word.role == Role.NOUN_CLAUSE and word.head == noun and is_participle(word))


def taken_up(pronoun: Word, cast: Cast) -> Word | None:
    """Return the noun that a subject pronoun takes up, or the one at hand that it can mean; None where that is open."""
    form = form_of(pronoun, cast)
    if form is None or pronoun.head == pronoun:
        return None
    return _undergoing(pronoun, form, cast) if pronoun.role == Role.OBJECT else _acting(pronoun, form, cast)


def _acting(pronoun: Word, form: PronounForm, cast: Cast) -> Word | None:
    """Return the noun that a subject pronoun takes up."""
    verb = pronoun.head
    if pronoun.role not in SUBJECTS or verb.head.role in SUBJECTS:
        return None
    if any(child.role in ABOUT_NOTHING for child in verb.children):
        return None
    noted = _noted(pronoun, cast)
    if noted is not None:
        return noted
    found = [word for word in _subjects(pronoun.sent.start, pronoun) if agrees(word, form, cast)]
    if found:
        return found[0] if len(found) == 1 and _is_over(found[0], pronoun, cast) else None
    return _of_sentence_before(pronoun, form, cast) if pronoun.sent.start and verb.role in MAIN else None


def _undergoing(pronoun: Word, form: PronounForm, cast: Cast) -> Word | None:
    """Return the one thing told of in the sentence before, or in the clause before, that an object pronoun can mean.

    Nothing for « le », « la », which mean somebody more often than not, unless their verb goes on from another's.
    """
    shared = object_shared(pronoun, form, cast)
    if shared is not None:
        return shared
    if form.number != "p" and ("PERSON" in form.types or not form.types):
        return None
    told = list(_taking_part_before(pronoun, form, cast))
    if len({word.lemma_ for word in told}) != 1 or is_bare(told[-1], cast.grammar):
        return None
    return told[-1] if cast.at(told[-1]) is None and not _may_be_person(told[-1], cast) else None


def _taking_part_before(pronoun: Word, form: PronounForm, cast: Cast) -> Iterator[Word]:
    """Yield the subjects and objects before a pronoun that agree with it, of its sentence and the one before."""
    start = pronoun.sent.start
    before = pronoun.doc[start - 1].sent.start if start and pronoun.head.role in MAIN else start
    for word in pronoun.doc[before : pronoun.i]:
        taking_part = word.role in TAKING_PART and word.pos_ in NOMINAL and word.head != pronoun.head
        if taking_part and agrees(word, form, cast) and _is_number(word, form):
            yield word


def _may_be_person(noun: Word, cast: Cast) -> bool:
    return not {"person", "organisation"}.isdisjoint(cast.kinds_of(noun))


def _noted(pronoun: Word, cast: Cast) -> Word | None:
    """Return the noun that the stage of mentions is sure a pronoun takes up."""
    noted = cast.taken_up.get(pronoun.i)
    if noted is None or not noted.sure:
        return None
    noun = pronoun.doc[noted.noun]
    return None if _somebody_between(noun, pronoun, cast) else noun


def _of_sentence_before(pronoun: Word, form: PronounForm, cast: Cast) -> Word | None:
    """Return the one subject of the sentence before that agrees with a pronoun, if it is of its main clause."""
    before = pronoun.doc[pronoun.sent.start - 1].sent
    told = [word for word in _subjects(before.start, before.words[-1]) if agrees(word, form, cast)]
    return told[0] if len(told) == 1 and told[0].head.role in MAIN and _is_number(told[0], form) else None


def _is_over(noun: Word, pronoun: Word, cast: Cast) -> bool:
    """Tell the subject of the clause over a pronoun's own, nobody else between them."""
    above = {word.i for word in pronoun.ancestors}
    over = noun.head.i in above and noun.head != pronoun.head and noun.i not in above
    return over and not _somebody_between(noun, pronoun, cast)


def _somebody_between(thing: Word, pronoun: Word, cast: Cast) -> bool:
    """Tell a person whom a pronoun may mean rather than the thing before: « l'accident blesse un cycliste qu'il… »."""
    if "person" in cast.kinds_of(thing):
        return False
    between = thing.doc[thing.i + 1 : pronoun.i]
    return any(word.pos_ in NOMINAL and "person" in cast.kinds_of(word) for word in between)


def _is_number(noun: Word, form: PronounForm) -> bool:
    """Tell a noun of the very number of a pronoun, where an English body may be "they" as well."""
    several = Form.PLURAL in noun.form or any(child.role == Role.CONJUNCT for child in noun.children)
    return not form.number or several == (form.number == "p")


def _subjects(start: int, last: Word) -> Iterator[Word]:
    """Yield the nouns that are subjects from a place on to a word."""
    for word in last.doc[start : last.i]:
        if word.pos_ in NOMINAL and word.role in SUBJECTS and not preposition_of(word):
            yield word
