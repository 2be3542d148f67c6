"""One story out of the timelines of many documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.merging.accounts import accounts_of
from timeline.merging.clusters import clusters_of
from timeline.merging.copies import find_copies
from timeline.merging.disputes import disputes_of
from timeline.merging.offices import office_key
from timeline.merging.parts import parts_of, with_own_ids
from timeline.merging.people import joined_entities
from timeline.merging.remembrance import remembered
from timeline.merging.times import renumbered_times
from timeline.merging.twins import united
from timeline.merging.variants import Bearer
from timeline.model.edit import Edit
from timeline.model.entity import Entity, RoleFact
from timeline.model.relation import Relation
from timeline.model.timeline import Timeline
from timeline.reasoning.edits import replayed
from timeline.reasoning.placing import CALENDAR
from timeline.reasoning.story import assemble


def merge(timelines: Iterable[Timeline]) -> Timeline:
    """Join timelines into one story.

    People, bodies and places are joined by their names (`timeline.merging.people`), events by kind, people, times,
    place and wording (`timeline.merging.scoring`), also across languages; sentences copied from one document by another
    count once. Where documents disagree (`Timeline.conflicts`) no order is settled over it.

    Parameters
    ----------
    timelines : iterable of Timeline
        Of different documents, each with the reference date it was read with; their times stay as resolved then, so
        the merged timeline has no reference date of its own. A merged timeline counts as the timelines it was made of
        (`Timeline.parts`): adding documents one by one gives what merging all at once gives, in whatever order they
        come. A document given twice counts once; of two documents with one id the later is renamed (``"a~2"``); one
        that could not be read stays among the `documents`, and tells nothing.

    Returns
    -------
    Timeline
        Of one document only, that timeline itself. Corrections stay: those of the parts as they are, and those of a
        merged timeline are applied again to the new whole (`Timeline.edits`; what no longer fits is in `unfit`).

    Examples
    --------
    >>> len(merge([]))
    0
    """
    stories = tuple(timelines)
    parts = parts_of(stories)
    if len(parts) < 2:
        return parts[0] if parts else Timeline()
    distinct = with_own_ids(parts)
    done = tuple(edit for part in distinct for edit in part.edits)
    whole = replace(_merged(distinct), parts=parts, edits=done)
    return replayed(whole, _edits_of_wholes(stories, done))


def _edits_of_wholes(stories: Iterable[Timeline], done: Collection[Edit]) -> list[Edit]:
    """Return the corrections made to merged timelines, each once, by the times that they give."""
    made = {edit: None for story in stories if story.parts for edit in (*story.edits, *story.unfit) if edit not in done}
    return sorted(made, key=_moment)


def _moment(edit: Edit) -> str:
    return edit.at


def _merged(parts: Sequence[Timeline]) -> Timeline:
    documents = tuple(document for part in parts for document in part.documents)
    entities, entity_of = joined_entities(parts)
    times, time_of = renumbered_times(parts)
    copies = find_copies(documents)
    accounts = accounts_of(parts, entity_of, copies)
    told = [[accounts[number] for number in cluster] for cluster in clusters_of(accounts)]
    voices = max((len({account.voice for account in cluster}) for cluster in told), default=1)
    events = [united(f"e{n}", cluster, entity_of, time_of, voices) for n, cluster in enumerate(told, start=1)]
    node_of = {key: time.id for key, time in time_of.items()}
    for event, cluster in zip(events, told, strict=True):
        node_of |= {(account.part, account.event.id): event.id for account in cluster}
    disputes = disputes_of(events, told, len(times))
    story = assemble(
        Timeline(
            documents=documents,
            entities=entities,
            times=(*times, *disputes.times),
            events=tuple(events),
            evidence=(*disputes.settled(_claims(parts, node_of)), *disputes.claims),
            role_facts=tuple(_role_facts(parts, entity_of)),
        )
    )
    return remembered(replace(story, events=disputes.shown(story.events)), parts, copies)


def _claims(parts: Sequence[Timeline], node_of: Mapping[Bearer, str]) -> Iterator[tuple[int, Relation]]:
    """Yield what the parts claim about order, each with its part's number; of undated ones also what is likely."""
    for number, part in enumerate(parts):
        likely = () if part.reference_date else tuple(link for link in part.relations if link.evidence == CALENDAR)
        for claim in (*part.evidence, *likely):
            source, target = node_of.get((number, claim.source)), node_of.get((number, claim.target))
            if source and target and source != target:
                yield number, replace(claim, source=source, target=target)


def _role_facts(parts: Sequence[Timeline], entity_of: Mapping[Bearer, Entity]) -> Iterator[RoleFact]:
    for number, part in enumerate(parts):
        for fact in part.role_facts:
            person, body = entity_of[number, fact.person], entity_of.get((number, fact.organisation or ""))
            office = office_key(fact.office or fact.role)
            yield replace(fact, person=person.id, organisation=body.id if body else None, office=office)
