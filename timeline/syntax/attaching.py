"""Words that a parser plainly hung on the wrong word, or by the wrong label.

- What a clause says, hung on the bare day in between (« a démissionné lundi de la présidence »);
- the first of two deeds, hung on who did them ("The board called Anna Berg to a meeting and told her so");
- the beaten, taken for an adverbial ("beat Everton 2-1");
- a state behind a town, taken for who acts ("a man in Arlington, Texas has surrendered"): `timeline.syntax.towns`;
- what stands beside an auxiliary (« dément avoir signé », « n'a rien signé »): `timeline.syntax.auxiliaries`;
- a relative pronoun taken for a conjunction (« X, que la police avait interrogé, »);
- an object hung on the gerund behind it ("fled the beaches fearing a flood");
- a clause hung on the circumstance of what it tells of ("the worst fire in history, which killed ten");
- a second participle hung on what the first was done to (« a limogé son PDG et nommé X »).
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.auxiliaries import mend_beside_auxiliary
from timeline.syntax.relations import Names
from timeline.syntax.towns import is_behind_town, join_to_town, regions_of
from timeline.syntax.voice import SUBJECTS

MARKER, JOINED, RELATIVE, OBJECT = "mark", "conj", "acl:relcl", "obj"
# As ClearNLP calls them.
ADVERBIAL, OBJECT_OF_ENGLISH, PREDICATE_OF_ENGLISH = "npadvmod", "dobj", "oprd"
GERUND, CIRCUMSTANCE = "VBG", "advcl"
BEHIND_NOUN, ARGUMENT = "nmod", "obl:arg"
OF_NOUN = frozenset({"acl", RELATIVE})
WHAT = frozenset({Role.OBJECT, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT})


def attach(token: Token, names: Names) -> bool:
    """Hang a word, or what hangs on it, where it belongs; False where nothing was wrong."""
    if token.text.capitalize() in language_or_fallback(token.vocab.lang).entities.names.weekdays:
        _give_to_verb(token, names)
    elif token.dep_ == MARKER and token.pos_ == "SCONJ" and _is_relative(token, names):
        _make_relative(token)
    elif token.dep_ == JOINED and token.pos_ == "VERB" and _is_second_deed(token, names):
        _give_first_verb(token)
    elif token.text in regions_of(token.vocab.lang) and is_behind_town(token, names):
        join_to_town(token, names)
    else:
        return _give_object(token, names) or mend_beside_auxiliary(token, names)
    return True


def _give_object(token: Token, names: Names) -> bool:
    """Give a verb the object that was taken for something else; False where none was."""
    if token.dep_ == ADVERBIAL and token.pos_ == "PROPN" and _is_beaten(token, names):
        _make_beaten(token, names)
    elif token.tag_ == GERUND and token.dep_ == CIRCUMSTANCE and _has_object_of_verb_over(token, names):
        _give_back_object(token, names)
    else:
        return False
    return True


def _has_object_of_verb_over(gerund: Token, names: Names) -> bool:
    """Tell a subject right behind the verb over a gerund, that has none: "fled | the beaches | fearing a flood"."""
    verb = gerund.head
    subject = next((child for child in gerund.lefts if names.role(child.dep_) == Role.SUBJECT), None)
    if subject is None or subject.left_edge.i != verb.i + 1 or verb.pos_ != "VERB" or subject.i != gerund.i - 1:
        return False
    return all(names.role(child.dep_) not in WHAT for child in verb.rights)


def _give_back_object(gerund: Token, names: Names) -> None:
    subject = next(child for child in gerund.lefts if names.role(child.dep_) == Role.SUBJECT)
    subject.head, subject.dep_ = gerund.head, OBJECT_OF_ENGLISH


def give_to_noun_over(verb: Any, names: Names) -> None:
    """Hang a clause on what it tells of, not on a circumstance: "the worst fire | in history, which killed ten"."""
    circumstance, over = verb.head, verb.head.head.head
    words = language_or_fallback(verb.vocab.lang).grammar
    named = (*words.circumstances, *words.periods)
    if names.role(circumstance.dep_) != Role.PREPOSITION_OBJECT or circumstance.lower_ not in named:
        return
    told = any(names.role(child.dep_) in SUBJECTS and child.lower_ in words.relative for child in verb.lefts)
    if told and over.pos_ in {"NOUN", "PROPN"}:
        verb.head = over


def give_subject(first: Any, names: Names) -> None:
    """Make a past tense with an object a deed of the noun it hangs on: "The board called X and told".

    Only where a conjunction hangs on that noun, and the noun is the subject of another past tense behind it.
    """
    noun = first.head
    second = noun.head
    joint = next((child for child in noun.children if child.pos_ == "CCONJ" and child.i > first.i), None)
    told = second.i > first.i and second.tag_ == first.tag_ and names.role(noun.dep_) == Role.SUBJECT
    if joint is None or not told or any(names.role(child.dep_) == Role.CONJUNCT for child in noun.children):
        return
    first.head, first.dep_ = (first if second.head == second else second.head), second.dep_
    second.head, second.dep_ = first, JOINED
    noun.head, joint.head = first, first
    for child in first.rights:
        if child.dep_ == PREDICATE_OF_ENGLISH:
            child.dep_ = OBJECT_OF_ENGLISH


def _make_relative(marker: Any) -> None:
    marker.pos_ = "PRON"
    marker.set_morph("PronType=Rel")  # which spaCy's type stubs do not know
    marker.dep_, marker.head.dep_ = OBJECT, RELATIVE


def _give_to_verb(day: Token, names: Names) -> None:
    """Hang what stands behind a day on its verb; not « lundi de Pâques », « lundi de la semaine dernière »."""
    verb, words = day.head, language_or_fallback(day.vocab.lang).entities
    if verb.pos_ not in {"VERB", "AUX"} or verb.i > day.i:
        return
    times = words.context.moments | {word.lower() for word in words.names.calendar | words.names.feasts}
    for child in list(day.rights):
        marked = any(names.role(inner.dep_) == Role.PREPOSITION or inner.pos_ == "ADP" for inner in child.children)
        if child.dep_ == BEHIND_NOUN and marked and child.lower_ not in times:
            child.head, child.dep_ = verb, ARGUMENT
        elif names.role(child.dep_) == Role.PREPOSITION and times.isdisjoint(w.lower_ for w in child.children):
            child.head = verb


def _is_beaten(name: Token, names: Names) -> bool:
    """Tell a name right behind a verb that has no object but is followed by a number ("beat Everton | 2-1")."""
    verb, following = name.head, name.i + 1
    beside = verb.i == name.i - 1 and verb.pos_ == "VERB" and following < len(name.doc)
    counted = beside and name.doc[following].like_num
    return counted and not any(names.role(c.dep_) == Role.OBJECT and not c.like_num for c in verb.children)


def _make_beaten(name: Any, names: Names) -> None:
    """Make a name the object of its verb, and the figures behind it none: "beat Everton | 2-0"."""
    for child in name.head.rights:
        if child.like_num and names.role(child.dep_) == Role.OBJECT:
            child.dep_ = ADVERBIAL
    name.dep_ = OBJECT_OF_ENGLISH


def _is_relative(marker: Token, names: Names) -> bool:
    """Tell « que » behind a name, or a comma, whose verb has a subject and no object."""
    verb, before = marker.head, marker.nbor(-1) if marker.i else marker
    if (
        verb.dep_ not in OF_NOUN
        or marker.lower_ not in language_or_fallback(marker.vocab.lang).entities.pronouns.relative
        or verb.head.i > marker.i
    ):
        return False
    roles = {names.role(child.dep_) for child in verb.children}
    whom = before.pos_ == "PROPN" or (before.text == "," and verb.head.pos_ in {"PROPN", "NOUN"})
    return (
        whom and Role.SUBJECT in roles and roles.isdisjoint({Role.OBJECT, Role.CLAUSE_COMPLEMENT, Role.OPEN_COMPLEMENT})
    )


def _is_second_deed(verb: Token, names: Names) -> bool:
    """Tell a participle with an object of its own, joined to the object of a verb in the perfect."""
    first = verb.head.head
    if verb.head.pos_ not in {"NOUN", "PROPN"} or names.role(verb.head.dep_) != Role.OBJECT or first.pos_ != "VERB":
        return False
    perfect = any(names.role(child.dep_) == Role.AUXILIARY for child in first.lefts)
    bare = Form.PARTICIPLE in names.forms(str(verb.morph), verb.tag_) and not any(
        c.pos_ == "AUX" for c in verb.children
    )
    return perfect and bare and any(_is_its_object(child, names) for child in verb.rights)


def _is_its_object(child: Token, names: Names) -> bool:
    bare = not any(inner.pos_ == "ADP" for inner in child.lefts)
    told = names.role(child.dep_) in {Role.OBJECT, Role.OPEN_COMPLEMENT}
    return told and bare and child.pos_ in {"NOUN", "PROPN"}


def _give_first_verb(verb: Token) -> None:
    """Join a participle to the verb whose object it hung on; a bare name behind it is its object."""
    verb.head = verb.head.head
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if following.head == verb and following.pos_ == "PROPN":
        following.dep_ = OBJECT
