"""The entity stage: from a parsed Doc to entities and what the text says of their roles."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from timeline.languages import Language
from timeline.model import Entity, Mention, RoleFact
from timeline.model.entity import PERSON
from timeline.stages.entities.chains import NAME, Chain, Reference, story_of
from timeline.stages.entities.gender import learn_genders
from timeline.stages.entities.lexicon import Lexicon, lexicon_of
from timeline.stages.entities.linking import link_names
from timeline.stages.entities.quotes import link_speakers
from timeline.stages.entities.resolve import link_anaphors
from timeline.stages.entities.roles import find_roles
from timeline.stages.entities.roleverbs import Role
from timeline.stages.entities.rolewords import RoleWords, role_words
from timeline.stages.entities.spans import find_names
from timeline.stages.entities.titles import office_of
from timeline.stages.entities.types import score_names
from timeline.stages.source import mention_of


def find_entities(doc: Doc, language: Language) -> tuple[tuple[Entity, ...], tuple[RoleFact, ...]]:
    """Return the entities of a text by first mention, and what it says of their roles.

    Parameters
    ----------
    doc : Doc
        A parsed text; sentences of another story are not read.
    language : Language
        Its language.

    Returns
    -------
    tuple of Entity, tuple of RoleFact
    """
    lexicon = lexicon_of(language)
    roles = role_words(language)
    names = find_names(doc, lexicon)
    story = story_of(link_names(doc, names, score_names(doc, names, lexicon, roles), lexicon))
    learn_genders(doc, story, lexicon, roles)
    link_anaphors(doc, story, language, lexicon, roles)
    link_speakers(doc, story, lexicon)
    held = find_roles(doc, story, lexicon, roles)
    chains = _ordered(story.chains)
    ids = {id(chain): f"x{number}" for number, chain in enumerate(chains, 1)}
    entities = tuple(_entity(doc, ids[id(chain)], chain, lexicon) for chain in chains)
    return entities, tuple(_fact(doc, role, ids, roles) for role in held)


def _fact(doc: Doc, role: Role, ids: dict[int, str], roles: RoleWords) -> RoleFact:
    organisation = ids[id(role.organisation)] if role.organisation is not None else None
    mention = mention_of(doc[role.start : role.end])
    return RoleFact(
        person=ids[id(role.person)],
        role=role.title,
        organisation=organisation,
        status=role.status,
        mention=mention,
        lasting=role.lasting,
        office=office_of(role.forms[0] if role.forms else role.title, roles),
        forms=role.forms,
        since=_mention(doc, role.period.since),
        until=_mention(doc, role.period.until),
    )


def _mention(doc: Doc, tokens: tuple[int, int] | None) -> Mention | None:
    return mention_of(doc[tokens[0] : tokens[1]]) if tokens else None


def _ordered(chains: list[Chain]) -> list[Chain]:
    for chain in chains:
        chain.references.sort()
    return sorted(chains, key=_first)


def _first(chain: Chain) -> Reference:
    return chain.references[0]


def _gender(chain: Chain) -> str:
    return chain.gender if chain.type == PERSON else ""


def _untitled(doc: Doc, reference: Reference, lexicon: Lexicon) -> Span:
    """Return a name without the civil title before it."""
    titled = doc[reference.start].text in lexicon.titles and reference.end - reference.start > 1
    return doc[reference.start + titled : reference.end]


def _entity(doc: Doc, identifier: str, chain: Chain, lexicon: Lexicon) -> Entity:
    mentions = tuple(mention_of(doc[ref.start : ref.end], kind=ref.kind) for ref in chain.references)
    names = [mention_of(_untitled(doc, ref, lexicon)).text for ref in chain.names()]
    fullest = max(names, key=len)
    named = {mention.text for mention in mentions if mention.kind == NAME}
    aliases = tuple(sorted((named | set(names)) - {fullest}))
    return Entity(
        id=identifier, name=fullest, type=chain.type, mentions=mentions, aliases=aliases, gender=_gender(chain)
    )
