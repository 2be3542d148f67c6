"""Parts of speech that a model plainly got wrong, mended before the lemmatizer and all stages.

Slips that the rest of the parse gives away:

- letters of a name taken for an auxiliary of that form (« Open AI a ouvert », « ai » of « avoir »);
- a verb taken for a noun, though it has a subject and an object pronoun (« La fondatrice le remplace »), or a pronoun
  for its subject (« Elle part lundi »);
- a participle taken for a noun where it opens a sentence before a bare noun (« Élu maire en 2014, X… »);
- a verb taken for an adjective or a preposition, in a sentence that has no other (« La mairie ferme ses portes »);
- a participle taken for a noun or an adjective behind « être » (« Elle est partie »);
- a bare day before the subject of a clause, hung on what stands before (« arrivé à Lyon et le 20 il est parti »);
- an object hung on the particle of its verb ("voted out Thompson");
- « où » taken for a subject (« où sévit une épidémie »);
- « ne pas » before an infinitive hung on the verb before it (« dit ne pas être en mesure »);
- an object behind « ni » taken for another deed (« Le maire ne salue ni Ada Roy ni Luc Blin »);
- a participle that hangs on the noun before it taken for a past tense ("a jet equipped with tubes suffered…");
- a participle beside its noun taken for the verb of the sentence: `timeline.syntax.reduced`;
- a participle taken for a past tense in a headline, whose own deeds are in the present ("Anna Berg arrested in Paris");
- a verb of a headline taken for the plural of a noun ("Volteo fires Anna Berg"): `timeline.syntax.headlines`;
- what somebody is suspected of, or died in, taken for a deed ("Shooting suspect surrenders");
- a name taken for a part of the office that its bearer is given ("named Anna Berg chief"): `timeline.syntax.naming`.

What hangs on the wrong word is `timeline.syntax.attaching`'s.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from timeline.languages.base import language_or_fallback
from timeline.languages.grammar import Form, Role
from timeline.syntax.attaching import attach, give_subject, give_to_noun_over
from timeline.syntax.headlines import (
    PAST_TENSES,
    has_gerund_of_kind,
    is_deed_of_headline,
    is_participle_of_headline,
    join_gerund,
    make_deed,
    make_passive,
)
from timeline.syntax.joints import part_clauses, part_saying
from timeline.syntax.naming import part_office
from timeline.syntax.reduced import reduce_to_participle
from timeline.syntax.relations import Names, names_of
from timeline.syntax.voice import AUXILIARIES, SUBJECTS

NEAR = 5  # words from « ne » to its infinitive
NAMELESS = frozenset({"AUX", "VERB", "ADV", "ADP", "PRON", "DET", "INTJ"})
FLAT, PERSONAL = "flat", "VerbForm=Fin|Mood=Ind|Tense=Pres|Person=3"
BEHIND_PREPOSITION, OBJECT, OF_NOUN = "pobj", "dobj", frozenset({"relcl", "parataxis"})  # as ClearNLP calls them
CONJOINED, UNIVERSAL_OBJECT, RELATIVE_ADVERB = "conj", "obj", "advmod"  # as Universal Dependencies call them
HUNG = frozenset({BEHIND_PREPOSITION, CONJOINED, *OF_NOUN, "acl"})
PAST, PAST_PARTICIPLE = "VBD", "VBN"  # as the Penn Treebank calls them
TENSE = "aux:tense"
DEFINITE = "Definite=Def"
PARTICIPLE = "VerbForm=Part|Tense=Past|Gender={gender}|Number={number}"
OPENING = frozenset({Role.ADVERBIAL_CLAUSE, Role.NOUN_CLAUSE, Role.ADJUNCT})


def mend(doc: Doc) -> Doc:
    """Mend the parts of speech of a parsed Doc in place, and return it."""
    if not doc.has_annotation("DEP"):
        return doc
    names, of_headlines = names_of(doc.vocab.lang), _words_of_headlines(doc.vocab.lang)
    for token in doc:
        if token.dep_ in HUNG:
            _mend_relation(token, names)
        if reduce_to_participle(token, names):
            continue
        if token.lower_ in of_headlines and token.dep_ != BEHIND_PREPOSITION:
            _mend_headline(token, names)
        elif not attach(token, names):
            _mend_word(token, names)
    return doc


def _mend_word(token: Token, names: Names) -> None:
    """Mend a word by what its part of speech and its place in the parse give away."""
    if token.lower_ in _particles(token.vocab.lang):
        _give_to_infinitive(token, names)
    elif token.lower_ in language_or_fallback(token.vocab.lang).verbs.placing:
        _make_adverb(token, names)
    elif token.lower_ in names.predicates and token.pos_ in {"ADJ", "ADP"}:
        if _is_predicate(token):
            _make_predicate(token, names)
    elif token.lower_ in names.participles:
        _mend_participle(token, names)
    elif token.pos_ == "NUM" and token.is_digit:
        _give_to_clause(token, names)
    elif token.pos_ in NAMELESS:
        if _is_letters_of_name(token):
            _join(token)
    elif token.pos_ == "NOUN":
        _mend_noun(token, names)


def _mend_relation(token: Token, names: Names) -> None:
    """Mend what an object, a conjunct or a participle hangs on, or how."""
    if token.dep_ == BEHIND_PREPOSITION:
        if names.role(token.head.dep_) == Role.PARTICLE:
            token.head, token.dep_ = token.head.head, OBJECT
    elif token.dep_ in OF_NOUN:
        give_to_noun_over(token, names)
        part_saying(token, names)
    elif token.dep_ == CONJOINED and token.pos_ in {"NOUN", "PROPN"} and token.head.pos_ != "VERB":
        part_clauses(token, names)
    elif token.tag_ == PAST:
        _mend_past(token, names)
    elif token.head.pos_ == "VERB" and _is_object_behind_conjunction(token, names):
        token.dep_ = UNIVERSAL_OBJECT


def _mend_past(token: Any, names: Names) -> None:
    """Make a past tense without a subject or an object, right behind the noun it hangs on, a participle."""
    roles = {names.role(child.dep_) for child in token.children}
    if names.role(token.dep_) != Role.NOUN_CLAUSE:
        return
    if not roles.isdisjoint({Role.OBJECT, Role.OBJECT_PREDICATE}):
        give_subject(token, names)
    elif token.head.i == token.i - 1 and roles.isdisjoint({*SUBJECTS, Role.AUXILIARY}):
        token.tag_ = PAST_PARTICIPLE
        token.set_morph("VerbForm=Part|Tense=Past|Aspect=Perf")


def _is_object_behind_conjunction(token: Token, names: Names) -> bool:
    """Tell a nominal right behind its verb, « ni » between them, where that has no object: « salue | ni X ni Y »."""
    if names.role(UNIVERSAL_OBJECT) != Role.OBJECT or token.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    denying = language_or_fallback(token.vocab.lang).verbs.negation.before_nouns
    behind = token.head.i + 1 < token.i and token.doc[token.head.i + 1].lower_ in denying
    joined = behind and token.doc[token.head.i + 1].head == token
    return joined and all(names.role(child.dep_) != Role.OBJECT for child in token.head.children)


@cache
def _words_of_headlines(lang: str) -> frozenset[str]:
    words = language_or_fallback(lang).verbs
    return frozenset((*words.headline_participles, *words.headline_deeds, *words.naming, *words.behind_gerund))


def _make_adverb(token: Token, names: Names) -> None:
    """Make a relative adverb no subject, and the noun behind its verb the subject: « où | sévit | une épidémie »."""
    if names.role(token.dep_) not in SUBJECTS:
        return
    behind = [child for child in token.head.rights if names.role(child.dep_) == Role.OBJECT]
    if behind:
        behind[0].dep_, token.dep_ = token.dep_, RELATIVE_ADVERB


@cache
def _particles(lang: str) -> frozenset[str]:
    """Return what denies beside another word: « ne »."""
    return frozenset(language_or_fallback(lang).verbs.negation.particles)


def _give_to_infinitive(particle: Token, names: Names) -> None:
    """Hang « ne pas » on the infinitive behind it, not on the verb before: « dit | ne pas être en mesure »."""
    over = particle.head
    if over.i >= particle.i:
        return
    behind = particle.doc[particle.i + 1 : min(particle.i + NEAR, particle.sent.end)]
    infinitive = next((word for word in behind if word.pos_ in {"VERB", "AUX"}), None)
    if infinitive is None or "VerbForm=Inf" not in str(infinitive.morph):
        return
    verb = infinitive.head if names.role(infinitive.dep_) in AUXILIARIES else infinitive
    for word in particle.doc[particle.i : infinitive.i]:
        if word.head == over:
            word.head = verb


@cache
def _offices(lang: str) -> frozenset[str]:
    """Return the offices written in capitals ("CEO")."""
    rows = (row for kind in language_or_fallback(lang).roles.roles.values() for row in kind)
    return frozenset(form for row in rows for form in row if form.isupper())


def _mend_headline(token: Token, names: Names) -> None:
    """Mend a verb that headlines like, and what verbs of naming have behind them."""
    if token.tag_ in PAST_TENSES and is_participle_of_headline(token, names):
        make_passive(token, names)
    elif is_deed_of_headline(token):
        make_deed(token)
    elif has_gerund_of_kind(token):
        join_gerund(token)
    words = language_or_fallback(token.vocab.lang).verbs
    if token.lower_ in words.naming and token.pos_ == "VERB":
        part_office(token, _offices(token.vocab.lang))


def _mend_participle(token: Token, names: Names) -> None:
    """Make a verb of « parti » behind « est », but not of « une partie », « partie civile »."""
    helps = next((child for child in token.lefts if names.role(child.dep_) == Role.COPULA), None)
    described = any(child.pos_ == "ADJ" for child in token.rights)
    if helps is None or token.pos_ == "VERB" or described or any(child.pos_ == "DET" for child in token.lefts):
        return
    helps.dep_, token.lemma_ = TENSE, names.participles[token.lower_]
    _make_participle(token, names)


def _give_to_clause(day: Token, names: Names) -> None:
    """Hang « le 20 » on the verb of the pronoun right behind it: « et le 20 il est parti »."""
    place, doc = day.i + 1, day.doc
    if place + 1 < len(doc) and doc[place].text == ",":
        place += 1
    if place >= len(doc) or not day.i or DEFINITE not in str(day.nbor(-1).morph):
        return
    subject = doc[place]
    verb = subject.head
    opens = subject.pos_ == "PRON" and names.role(subject.dep_) in SUBJECTS and verb.i > subject.i
    astray = day.head.i < day.i or names.role(day.dep_) in SUBJECTS
    if opens and astray and verb.sent == day.sent and verb not in day.subtree:
        day.head, day.dep_ = verb, "obl:mod"


def _mend_noun(token: Token, names: Names) -> None:
    """Make a verb or a participle of a noun that can be none."""
    if not token.is_title:
        if _is_finite_verb(token, names):
            token.nbor(-1).pos_ = "PRON"
            _retag(token, "VERB", f"{PERSONAL}|Number={_number(token, names)}")
        elif _is_behind_its_subject(token, names):
            _retag(token, "VERB", f"{PERSONAL}|Number={_number(token, names)}")
    elif token.is_sent_start and _is_participle(token, names):
        _make_participle(token, names)


def _make_participle(token: Token, names: Names) -> None:
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
    subject = _before_predicate(token)
    if subject.pos_ != "NOUN" or subject.i != token.i - 1:
        return False
    article = next((child for child in subject.lefts if child.pos_ == "DET" and DEFINITE in str(child.morph)), None)
    opens = article is not None and (article.is_sent_start or article.nbor(-1).pos_ in {"PUNCT", "SPACE"})
    return opens and not any(word.pos_ in {"VERB", "AUX"} for word in token.sent)


def _before_predicate(token: Token) -> Token:
    """Return what is right before an adjective, or before a preposition with another behind it: « entre | en »."""
    if token.pos_ != "ADP":
        return next((child for child in token.lefts if child.i == token.i - 1), token.head)
    doubled = token.i > token.sent.start and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADP"
    return token.nbor(-1) if doubled else token


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


def _is_behind_its_subject(token: Token, names: Names) -> bool:
    """Tell a bare noun right behind a pronoun that is its subject: « Elle part lundi »."""
    if not token.i or token.nbor(-1).pos_ != "PRON" or token.nbor(-1).head != token:
        return False
    return [names.role(child.dep_) for child in token.lefts] == [Role.SUBJECT]


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
