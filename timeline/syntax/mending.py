"""Parts of speech that a model plainly got wrong, mended before the lemmatizer and all stages.

Six slips that the rest of the parse gives away:

- letters of a name taken for an auxiliary of that form (« Open AI a ouvert », « ai » of « avoir »);
- a verb taken for a noun, though it has a subject and an object pronoun (« La fondatrice le remplace »);
- a participle taken for a noun where it opens a sentence before a bare noun (« Élu maire en 2014, X… »);
- a verb taken for an adjective of its subject, in a sentence that has no other (« La mairie ferme ses portes »);
- an object hung on the particle of its verb ("voted out Thompson");
- a participle taken for a past tense in a headline, whose own deeds are in the present ("Anna Berg arrested in Paris").
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import Names, names_of
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

NAMELESS = frozenset({"AUX", "VERB", "ADV", "ADP", "PRON", "DET", "INTJ"})
FLAT, PERSONAL = "flat", "VerbForm=Fin|Mood=Ind|Tense=Pres|Person=3"
BEHIND_PREPOSITION, OBJECT, PASSIVE_SUBJECT, NAMED = "pobj", "dobj", "nsubjpass", "oprd"  # as ClearNLP calls them
PAST_PARTICIPLE = "VBN"  # as the Penn Treebank does
PAST_TENSES = frozenset({"VBD", PAST_PARTICIPLE})
DEFINITE = "Definite=Def"
PARTICIPLE = "VerbForm=Part|Tense=Past|Gender={gender}|Number={number}"
FINAL = frozenset(".!?…:;\"'”»)")
COMPLEMENTS = frozenset({Role.OBJECT, Role.OBJECT_PREDICATE, Role.ATTRIBUTE, Role.CLAUSE_COMPLEMENT})
OPENING = frozenset({Role.ADVERBIAL_CLAUSE, Role.NOUN_CLAUSE, Role.ADJUNCT})


def mend(doc: Doc) -> Doc:
    """Mend the parts of speech of a parsed Doc in place, and return it."""
    if not doc.has_annotation("DEP"):
        return doc
    names = names_of(doc.vocab.lang)
    for token in doc:
        if token.dep_ == BEHIND_PREPOSITION and names.role(token.head.dep_) == Role.PARTICLE:
            token.head, token.dep_ = token.head.head, OBJECT
        elif token.tag_ in PAST_TENSES:
            if _is_participle_of_headline(token, names):
                _make_passive(token, names)
        elif token.pos_ in NAMELESS:
            if _is_letters_of_name(token):
                _join(token)
        elif token.pos_ == "NOUN":
            _mend_noun(token, names)
        elif token.lower_ in names.predicates and token.pos_ == "ADJ" and _is_predicate(token):
            _make_predicate(token, names)
    return doc


def _mend_noun(token: Token, names: Names) -> None:
    """Make a verb or a participle of a noun that can be none."""
    if not token.is_title:
        if _is_finite_verb(token, names):
            token.nbor(-1).pos_ = "PRON"
            _retag(token, "VERB", f"{PERSONAL}|Number={_number(token, names)}")
    elif token.is_sent_start and _is_participle(token, names):
        forms = names.forms(str(token.morph), token.tag_)
        gender = "Fem" if Form.FEMININE in forms else "Masc"
        number = "Plur" if Form.PLURAL in forms else "Sing"
        _retag(token, "VERB", PARTICIPLE.format(gender=gender, number=number))


def _retag(token: Any, part_of_speech: str, features: str) -> None:
    token.pos_ = part_of_speech
    token.set_morph(features)  # which spaCy's type stubs do not know


def _is_letters_of_name(token: Token) -> bool:
    """Tell letters right behind a capitalised word, in a sentence that is not all capitals."""
    if not token.is_upper or not token.is_alpha or len(token) < 2 or token.is_sent_start or not token.i:
        return False
    before = token.nbor(-1)
    written = before.text[0].isupper() and not before.is_upper and before.pos_ in {"PROPN", "NOUN", "X"}
    return written and before.whitespace_ == " " and not any(token.children)


def _join(token: Token) -> None:
    """Make a token part of the name before it."""
    _retag(token, "PROPN", "")
    before = token.nbor(-1)
    head = before.head if before.dep_.startswith(FLAT) else before
    if head.sent == token.sent:
        token.head = head
        token.dep_ = FLAT


def _is_predicate(token: Token) -> bool:
    """Tell what stands right behind a noun that opens, with its definite article, a sentence without a verb."""
    subject = next((child for child in token.lefts if child.i == token.i - 1), token.head)
    if subject.pos_ != "NOUN" or subject.i != token.i - 1:
        return False
    article = next((child for child in subject.lefts if child.pos_ == "DET" and DEFINITE in str(child.morph)), None)
    opens = article is not None and (article.is_sent_start or article.nbor(-1).pos_ in {"PUNCT", "SPACE"})
    return opens and not any(word.pos_ in {"VERB", "AUX"} for word in token.sent)


def _make_predicate(token: Token, names: Names) -> None:
    """Put a verb in the place of the noun before it, make that its subject, and give it what stands behind."""
    subject = token.nbor(-1)
    number = "Plur" if Form.PLURAL in names.forms(str(subject.morph), subject.tag_) else "Sing"
    token.lemma_ = names.predicates[token.lower_]
    _retag(token, "VERB", f"{PERSONAL}|Number={number}")
    if subject.head == token:
        return
    behind = [child for child in subject.rights if child != token]
    token.head, token.dep_ = (token if subject.head == subject else subject.head), subject.dep_
    subject.head, subject.dep_ = token, "nsubj"
    for child in behind:
        child.head = token
        if child.pos_ == "NOUN" and child.dep_ != "conj":
            child.dep_ = "obj" if any(True for _ in child.lefts) else "obl:mod"


def _is_finite_verb(token: Token, names: Names) -> bool:
    """Tell a noun with a subject before it and, in between, an object pronoun: « la fondatrice | le | remplace »."""
    if not token.i or token.nbor(-1).head != token or names.role(token.nbor(-1).dep_) != Role.OBJECT:
        return False
    pronoun = token.nbor(-1)
    subjects = [child for child in token.lefts if names.role(child.dep_) in SUBJECTS]
    return len(pronoun) <= 3 and bool(subjects) and subjects[-1].i < pronoun.i


def _number(token: Token, names: Names) -> str:
    subject = next(child for child in token.lefts if names.role(child.dep_) in SUBJECTS)
    return "Plur" if Form.PLURAL in names.forms(str(subject.morph), subject.tag_) else "Sing"


def _is_participle(token: Token, names: Names) -> bool:
    """Tell a bare word that opens a sentence, hangs on its verb and has a bare noun right behind it."""
    if token.head == token or names.role(token.dep_) not in OPENING or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    predicated = following.head == token and names.role(following.dep_) in {Role.OPEN_COMPLEMENT, Role.OBJECT}
    return following.pos_ == "NOUN" and predicated and not any(True for _ in token.lefts)


def _is_participle_of_headline(token: Token, names: Names) -> bool:
    """Tell a past tense without an object, or with a bare office behind it, in a line that no mark ends."""
    words = language_or_fallback(token.vocab.lang).verbs
    if token.lower_ not in words.headline_participles or token.sent.text.rstrip()[-1:] in FINAL:
        return False
    roles = {names.role(child.dep_) for child in token.children}
    if not roles.isdisjoint(AUXILIARIES) or Role.SUBJECT not in roles:
        return False
    complements = [child for child in token.rights if names.role(child.dep_) in COMPLEMENTS]
    if not complements:
        return True
    is_named = len(complements) == 1 and token.lower_ in words.naming_participles
    return is_named and _is_bare_office(complements[0], token, names)


def _is_bare_office(noun: Token, verb: Token, names: Names) -> bool:
    """Tell a singular noun without an article right behind a verb: "named | chief executive"."""
    if noun.pos_ != "NOUN" or noun.left_edge.i != verb.i + 1 or Form.PLURAL in names.forms("", noun.tag_):
        return False
    return all(names.role(child.dep_) != Role.DETERMINER for child in noun.lefts)


def _make_passive(token: Any, names: Names) -> None:
    token.tag_ = PAST_PARTICIPLE
    _retag(token, "VERB", "VerbForm=Part|Tense=Past|Aspect=Perf")
    for child in token.children:
        role = names.role(child.dep_)
        if role in SUBJECTS:
            child.dep_ = PASSIVE_SUBJECT
        elif role == Role.OBJECT:
            child.dep_ = NAMED
