"""The body an office belongs to, where the phrase leaves it unsaid: the one body spoken of just before, if only one."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.model.entity import ORGANISATION
from timeline.stages.mentions.anaphors import is_audience
from timeline.stages.mentions.chains import Chain, Story
from timeline.stages.mentions.phrases import role_word
from timeline.stages.mentions.predicates import action_of
from timeline.stages.mentions.reading import Reading
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.tokens import morph
from timeline.stages.roles.role import Role

LEAST_OF_TOPIC = 3  # mentions of the body that a story is about
WINDOW = 60  # tokens back to the body that an office belongs to


def with_body(role: Role, noun: Token, reading: Reading) -> Role:
    """Fill in the body that an office belongs to, where the text names only one just before, or the one it leaves."""
    doc, story, lexicon, roles = reading.doc, reading.story, reading.lexicon, reading.roles
    in_body = roles.kinds.get(role_word(noun, roles) or "") == "body" or _is_of_part(role.title, roles)
    if role.organisation is not None or not in_body:
        return role
    if _in_relative_clause(noun, role.person, story) or "Ind" in morph(doc[role.start], "Definite"):
        return role
    bare = doc[role.start].pos_ in {"NOUN", "PROPN", "ADJ"} and role.start > 0 and doc[role.start - 1].text == ","
    first = -1 if bare else max(role.start - WINDOW, -1)  # « X, PDG, » says less than « le PDG X »
    nearby = {
        id(chain): chain
        for index in range(role.start - 1, first, -1)
        if (chain := story.inside.get(index)) is not None
        and chain.type == ORGANISATION
        and not is_audience(doc[index], lexicon)
    }
    if not nearby and (left := _body_left(noun, story, roles)) is not None:
        return role._replace(organisation=left)
    if len(nearby) == 1:
        return role._replace(organisation=next(iter(nearby.values())))
    return role._replace(organisation=_topic(story, role.start))


def _topic(story: Story, before: int) -> Chain | None:
    """Return the body that the story speaks of by far most, up to a token."""
    counts = sorted(
        (
            (sum(ref.start < before for ref in chain.references), -chain.references[0].start, chain)
            for chain in story.chains
            if chain.type == ORGANISATION
        ),
        key=_rank,
        reverse=True,
    )
    if not counts or counts[0][0] < LEAST_OF_TOPIC:
        return None
    return counts[0][2] if len(counts) == 1 or counts[0][0] >= 2 * counts[1][0] else None


def _rank(counted: tuple[int, int, Chain]) -> tuple[int, int]:
    return counted[:2]


def _is_of_part(title: str, roles: RoleWords) -> bool:
    """Tell whether a title names a part that only bodies have (« président du conseil »)."""
    return not roles.parts.isdisjoint(title.casefold().replace("'", " ").split())


def _body_left(noun: Token, story: Story, roles: RoleWords) -> Chain | None:
    """Return the body that whoever holds a role leaves in the same clause (« X, président du conseil, quitte Y »)."""
    for verb in noun.ancestors:
        if action_of(verb, roles) == "leave":
            objects = (story.heads.get(child.i) for child in verb.children if child.dep_ in {"obj", "dobj"})
            return next((chain for chain in objects if chain is not None and chain.type == ORGANISATION), None)
    return None


def _in_relative_clause(noun: Token, person: Chain, story: Story) -> bool:
    """Tell whether a relative names another body (« une unité dont X sera le PDG »; not « X, qui est PDG »)."""
    clauses = (verb for verb in (noun, *noun.ancestors) if verb.dep_ in {"acl:relcl", "relcl"})
    return any(story.heads.get(verb.head.i) is not person for verb in clauses)


def agreed(found: list[Role]) -> tuple[Role, ...]:
    """Give a role the body that another place of the text names for the same person and title."""
    named = {(id(role.person), role.title): role.organisation for role in found if role.organisation is not None}
    return tuple(
        role._replace(organisation=role.organisation or named.get((id(role.person), role.title))) for role in found
    )
