"""Who follows whom: a newcomer holds what the predecessor held, and the other way round.

« X succède à Y », « X lui succédera », "Y was replaced by X", « B a nommé X à sa place », "X took her place".
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from timeline.model.entity import PERSON
from timeline.stages.entities.chains import Chain, Story
from timeline.stages.entities.periods import Period
from timeline.stages.entities.roleverbs import Role, action_of, is_passive, standing
from timeline.stages.entities.rolewords import RoleWords
from timeline.stages.entities.tokens import dependents, governor

SUBJECTS = ("nsubj",)
OBJECTS = ("obj", "dobj", "iobj", "obl", "dative")


def succession(
    doc: Doc, verb: Token, sentence: Span, found: Iterable[Role], story: Story, roles: RoleWords
) -> Role | None:
    """Return the role that a verb hands on from one person to another, where one of the two is known to hold it."""
    newcomer, predecessor = _parties(verb, story, roles)
    if newcomer is None or predecessor is None or newcomer is predecessor:
        return None
    known = [role for role in found if role.title and not role.lasting]
    left = _last_held(predecessor, known)
    taken = next((role for role in reversed(known) if role.person is newcomer and role.status != "former"), None)
    status = standing(verb, "take")
    if left is not None:
        return _handed(left, newcomer, _interim(doc, verb, sentence, roles) or status, verb)
    if taken is not None and not taken.period.since:
        return _handed(taken, predecessor, "current" if status == "future" else "former", verb)
    return None


def _last_held(person: Chain, known: list[Role]) -> Role | None:
    """Return the role that a person was last said to hold, with the body that any place names for it."""
    theirs = [role for role in reversed(known) if role.person is person]
    if not theirs:
        return None
    title = theirs[0].title.casefold()
    same = (role for role in theirs if role.organisation is not None and role.title.casefold() == title)
    return next(same, theirs[0])


def _handed(role: Role, person: Chain, status: str, verb: Token) -> Role:
    """Return a role as another person's, its title in the form that suits."""
    title = role.forms[person.gender == "f"] if role.forms and person.gender else role.title
    return role._replace(
        person=person, title=title, status=status, start=verb.i, end=verb.i + 1, lasting=False, period=Period()
    )


def _interim(doc: Doc, verb: Token, sentence: Span, roles: RoleWords) -> str:
    after = doc[verb.i : sentence.end].text.lower()
    return "interim" if any(phrase in after for phrase, told in roles.phrases if told == "interim") else ""


def _parties(verb: Token, story: Story, roles: RoleWords) -> tuple[Chain | None, Chain | None]:
    """Return the newcomer and the predecessor that a verb names."""
    subject, others = _person(verb, SUBJECTS, story), _people(verb, OBJECTS, story)
    if action_of(verb, roles) == "appoint":
        newcomer = subject if is_passive(verb) else (others[0] if others else None)
        return newcomer, _owner_of_place(verb, story, roles)
    if is_passive(verb):
        agents = _people(verb, ("obl:agent", "agent"), story)
        return (agents[0] if agents else None), subject
    return subject, next((person for person in others if person is not subject), None)


def _person(verb: Token, relations: tuple[str, ...], story: Story) -> Chain | None:
    """Return the person in a relation to a verb, its subject also that of the verb it is joined to."""
    people = _people(verb, relations, story)
    if not people and verb.dep_ in {"conj", "xcomp", "advcl", "acl", "relcl"} and relations == SUBJECTS:
        people = _people(verb.head, relations, story)
    return people[0] if people else None


def _people(verb: Token, relations: tuple[str, ...], story: Story) -> list[Chain]:
    """Return the people in a relation to a verb, behind a preposition too (« à Y », "from Y")."""
    words = [word for word in dependents(verb) if word.dep_.startswith(relations)]
    behind = {"agent"} if "agent" in relations else {"prep"} if relations == OBJECTS else set()
    words += [inner for word in verb.children if word.dep_ in behind for inner in word.children]
    chains = (story.heads.get(word.i) or story.named.get(word.i) for word in words)
    return [chain for chain in chains if chain is not None and chain.type == PERSON]


def _owner_of_place(verb: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return whose place somebody is given (« nommé à sa place », "appointed in her place")."""
    for noun in verb.subtree:
        if noun.lemma_.lower() in roles.places and governor(noun) == verb:
            owners = (story.inside.get(child.i) for child in noun.children)
            return next((chain for chain in owners if chain is not None and chain.type == PERSON), None)
    return None
