"""Proposed offices: whose, which and where, each in words of the text."""

from __future__ import annotations

from timeline.languages.base import Language
from timeline.model.entity import ORGANISATION, PERSON, RoleFact
from timeline.model.refusal import Refusal
from timeline.stages.grounding.names import Names
from timeline.stages.grounding.proposals import ProposedRole, Quote
from timeline.stages.grounding.quotes import Page
from timeline.stages.mentions.titles import office_of
from timeline.stages.names.rolewords import role_words
from timeline.stages.source import mention_at

ABSENT = "not in the text"


def office(
    proposed: ProposedRole, names: Names, page: Page, language: Language, refused: list[Refusal]
) -> RoleFact | None:
    """Return what a proposal says of somebody's role, None where its person or its title is not in the text.

    An organisation that is not in the text is refused alone.
    """
    person = names.entity(proposed.person, 0, PERSON)
    if person is None or person.type != PERSON:
        reason = ABSENT if person is None else "no person"
        refused.append(Refusal(where=proposed.person.where, value=proposed.person.words, reason=reason))
        return None
    near = person.mentions[0].start
    span = page.nearest(proposed.role, near)
    if span is None:
        refused.append(Refusal(where=f"{proposed.where}.role", value=proposed.role, reason=ABSENT))
        return None
    body = names.entity(proposed.organisation, span[0], ORGANISATION) if proposed.organisation else None
    if proposed.organisation and body is None:
        where, value = proposed.organisation.where, proposed.organisation.words
        refused.append(Refusal(where=where, value=value, reason=_why(names, proposed.organisation)))
    mention = mention_at(names.doc, *span)
    return RoleFact(
        person=person.id,
        role=mention.text,
        organisation=body.id if body else None,
        status=proposed.status,
        mention=mention,
        office=office_of(mention.text, role_words(language)),
    )


def _why(names: Names, name: Quote) -> str:
    return ABSENT if names.player(name, 0) is None else "no name"
