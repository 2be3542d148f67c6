"""Roles that verbs give: « X est PDG », « X est devenue PDG », « B a nommé X PDG », « X servira de PDG »."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from timeline.model.entity import PERSON
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.phrases import RolePhrase
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import dependents, lemma_among
from timeline.syntax import Form, Role, form_of, role_of, voice, word_at
from timeline.syntax.functions import grammar_at
from timeline.syntax.phrases import preposition_of
from timeline.syntax.subjects import surface_subjects
from timeline.syntax.verbgroup import Tense
from timeline.syntax.verbs import verb_group
from timeline.syntax.voice import SUBJECTS, VERB_AUXILIARIES

COPULAS = frozenset({Role.COPULA, Role.PASSIVE_AUXILIARY})
AGENTS = frozenset({Role.AGENT})
COMPLETING = frozenset({Role.PARTICLE, Role.OBJECT, Role.PASSIVE_SUBJECT})  # « l'intérim est assuré »
KEEPING = frozenset({"hold", "assume"})  # « occupe le poste de directeur »
CLIMB = 4  # heads from a role noun to its verb: "step down from her post as CEO"


class Giving(NamedTuple):
    """A verb that gives, takes or states a role, what it does with it, and whose role it is."""

    verb: Token
    action: str
    person: Chain


def giving_of(phrase: RolePhrase, reading: Reading) -> Giving | None:
    """Return the verb that says whose a role is, None where none does."""
    noun, roles = phrase.noun, reading.roles
    copula = next((child for child in noun.children if _is_copula(child, roles)), None)
    verb = copula if copula is not None else _giving_verb(noun, roles)
    if verb is None:
        return _by_no_verb(noun, reading)
    action = "be" if copula is not None else action_of(verb, roles)
    action = "be" if action in KEEPING else action
    if action == "serve" and not _is_capacity(noun, reading):
        return None  # "works for the CEO"
    person = _holder(noun if copula is not None else verb, verb, action, reading.story)
    if person is None:
        return None
    past = copula is not None and roles.words.perfect_is_past
    over = _is_perfect(noun) if past else _is_given_up(verb, action)
    return Giving(verb, "leave" if over else action, person)


def _is_copula(token: Token, roles: RoleWords) -> bool:
    """Tell what joins somebody to an office, also where a parser sees a progressive ("is acting head of X")."""
    role = role_of(token)
    return role in COPULAS or (role in VERB_AUXILIARIES and action_of(token, roles) == "be")


def _is_given_up(verb: Token, action: str) -> bool:
    """Tell « X est remplacé », « X passe la main »."""
    return (action == "take" and is_passive(verb)) or action == "cede"


def _by_no_verb(noun: Token, reading: Reading) -> Giving | None:
    told = _in_progress(noun, reading) or _in_capacity(noun, reading)
    return told or _of_post(noun, reading) or _by_appointment(noun, reading)


def _in_progress(noun: Token, reading: Reading) -> Giving | None:
    """Read "X is | acting head of B", which parsers take for what X does."""
    for word in noun.lefts:
        joint = next((child for child in word.lefts if _is_copula(child, reading.roles)), None)
        person = argument(word, reading.story, SUBJECTS) if joint is not None else None
        if joint is not None and person is not None and word.lower_ in reading.roles.statuses:
            return Giving(joint, "be", person)
    return None


def _holder(told_by: Token, verb: Token, action: str, story: Story) -> Chain | None:
    """Return whose role it is: the subject, but the object of who appoints or removes."""
    if action in {"appoint", "remove"} and not is_passive(verb):
        return argument(verb, story, frozenset({Role.OBJECT}))
    if action == "stand_in" and is_passive(verb):
        return argument(verb, story, AGENTS)
    return (
        argument(told_by, story, SUBJECTS)
        or _beside(told_by, story)
        or _modified(verb, story)
        or _understood(verb, story)
    )


def _beside(verb: Token, story: Story) -> Chain | None:
    """Return who is named last in a described subject, a comma before (« Cette amie de X, | Lise Vidal, | est… »)."""
    subject = next((child for child in dependents(verb) if role_of(child) in SUBJECTS), None)
    if subject is None or subject.pos_ != "NOUN" or subject.i in story.heads:
        return None
    doc, last = subject.doc, subject.right_edge.i
    last -= doc[last].text == ","
    chain, first = story.named.get(last), last
    while first > subject.i and story.named.get(first - 1) is chain:
        first -= 1
    named = chain is not None and chain.type == PERSON and first > subject.i and doc[first - 1].text == ","
    return chain if named else None


def right_behind(phrase: RolePhrase, reading: Reading) -> Giving | None:
    """Read « nomme X Premier ministre » by the order of its words, which headlines keep where the parse fails."""
    doc, named = reading.doc, reading.story.named
    person, first = named.get(phrase.start - 1), phrase.start - 1
    if person is None or person.type != PERSON:
        return None
    while named.get(first - 1) is person:
        first -= 1
    verb = doc[first - 1] if first else None
    if verb is None or reading.roles.verbs.get(verb.lemma_.lower()) != "appoint":
        return None
    return Giving(verb, "appoint", person)


def _understood(verb: Token, story: Story) -> Chain | None:
    """Return the person whom a participle at the head of a sentence speaks of (« Élue maire en 2014, X a… »)."""
    word = word_at(verb)
    if Form.PARTICIPLE not in form_of(verb) or verb.i != verb.sent.start:
        return None
    chains = (story.heads.get(found.i) for found in surface_subjects(word, grammar_at(word)))
    return next((chain for chain in chains if chain is not None and chain.type == PERSON), None)


def _giving_verb(noun: Token, roles: RoleWords) -> Token | None:
    """Return the verb that gives a role, straight or through « comme », « au poste de »."""
    head = noun.head
    if role_of(noun) in SUBJECTS or role_of(noun) == Role.AGENT or head.lower_ in roles.words.agents:
        return None
    for climbed in range(CLIMB):
        if _gives(head, roles) or (climbed and action_of(head, roles) in KEEPING):
            return head
        if head.lemma_.lower() not in roles.words.posts and head.pos_ != "ADP":
            return None
        head = head.head
    return head if _gives(head, roles) else None


def _in_capacity(noun: Token, reading: Reading) -> Giving | None:
    """Read what somebody works as: « a été employée comme assistante », "worked as an adviser"."""
    words = reading.roles.words
    word = word_at(noun)
    if preposition_of(word) not in words.capacity or _is_likened(noun):
        return None
    verb = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    group = verb_group(word_at(verb)) if verb.i < noun.i else None  # "as CEO, Lee cut costs" does not say when
    if group is None or group.negated or verb.lemma_.lower() in words.seeming:
        return None
    if argument(verb, reading.story, frozenset({Role.OBJECT})) is not None:
        return None  # « recommander X comme directeur »
    person = argument(verb, reading.story, SUBJECTS) or _modified(verb, reading.story)
    over = group.tense == Tense.PAST and (words.perfect_is_past or Form.PARTICIPLE not in form_of(verb))
    return Giving(verb, "leave" if over else "serve", person) if person is not None else None


def _is_likened(noun: Token) -> bool:
    """Tell « (agir) comme un ministre »: an office has no article where other nouns want one."""
    bare = grammar_at(word_at(noun)).bare_objects
    return bare and any(role_of(child) == Role.DETERMINER for child in noun.children)


def _is_capacity(noun: Token, reading: Reading) -> bool:
    """Tell « servir de PDG », "serve as boss"; not "work for the boss"."""
    marker = preposition_of(word_at(noun))
    return not marker or marker in reading.roles.words.capacity | reading.lexicon.words.names.of


def _of_post(noun: Token, reading: Reading) -> Giving | None:
    """Read whose post has the role's name: "from her position as chairwoman", « son poste de directrice »."""
    post = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    if post.lemma_.lower() not in reading.roles.words.posts or post.pos_ != "NOUN":
        return None
    owners = (reading.story.inside.get(child.i) for child in post.children if child.i < post.i)
    person = next((owner for owner in owners if owner is not None and owner.type == PERSON), None)
    return Giving(noun, "own", person) if person is not None else None


def _by_appointment(noun: Token, reading: Reading) -> Giving | None:
    """Read whom a noun gives an office: « la nomination de X au poste de directrice », "his election as mayor"."""
    words, head = reading.roles.words, noun.head
    for _ in range(CLIMB):
        if head.lemma_.lower() in words.appointments:
            break
        head = head.head
    if head.lemma_.lower() not in words.appointments or head.i >= noun.i:
        return None
    between = (reading.story.inside.get(index) for index in range(max(head.i - 1, 0), noun.i))
    person = next((chain for chain in between if chain is not None and chain.type == PERSON), None)
    return Giving(head, "appoint", person) if person is not None else None


def _gives(verb: Token, roles: RoleWords) -> bool:
    return action_of(verb, roles) not in {"", "hold", "assume"} and verb.pos_ in {"VERB", "AUX"}


def action_of(verb: Token, roles: RoleWords) -> str:
    """Return what a verb does with a role, its particle or its object counted in; "" where it does nothing.

    "take over", « passer la main ».
    """
    if verb.pos_ not in {"VERB", "AUX"}:
        return ""
    lemma = lemma_among(verb, roles.verbs)
    for child in verb.children:
        if role_of(child) in COMPLETING and (child.i > verb.i or role_of(child) == Role.PASSIVE_SUBJECT):
            if child.i + 1 < len(verb.doc) and verb.doc[child.i + 1].lower_ in roles.words.within:
                continue  # « passe la main | dans ses cheveux »
            said = f"{lemma} {verb.doc[child.left_edge.i : child.i + 1].text.lower()}"
            if said in roles.verbs:
                return roles.verbs[said]
    return roles.verbs.get(lemma, "")


def argument(verb: Token, story: Story, functions: frozenset[Role]) -> Chain | None:
    """Return the person that is an argument of a verb, or of the verb it is joined to."""
    joined = [verb.head] if role_of(verb) in {Role.CONJUNCT, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE} else []
    joined += [child for child in verb.children if role_of(child) == Role.PARATAXIS]
    for holder in (verb, *joined):
        for child in dependents(holder):
            if role_of(child) in functions:
                chain = story.heads.get(child.i) or story.named.get(child.i)
                if chain is None and holder != verb and role_of(verb) == Role.OPEN_COMPLEMENT:
                    owners = (story.inside.get(inner.i) for inner in child.children)
                    chain = next(filter(None, owners), None)  # "her wish is to remain chairwoman"
                return chain if chain is not None and chain.type == PERSON else None
    return None


def _modified(verb: Token, story: Story) -> Chain | None:
    """Return the person that a participle says something of (« Luc Morin, nommé PDG en 2015, »)."""
    chain = story.heads.get(verb.head.i) if role_of(verb) == Role.NOUN_CLAUSE else None
    return chain if chain is not None and chain.type == PERSON else None


def _is_perfect(predicate: Token) -> bool:
    """Tell « a été maire »."""
    group = verb_group(word_at(predicate))
    return group is not None and group.perfect


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, or a participle without an auxiliary."""
    return voice.is_passive(word_at(verb))
