"""Timeline: the immutable result. The questions it answers and the forms it takes have files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, overload

from timeline.errors import TimelineError, UnknownItemError
from timeline.model import corrections, exports, graphs, ordering, queries, questions, records, views
from timeline.model.difference import Difference
from timeline.model.document import Document
from timeline.model.edit import Edit
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity, RoleFact
from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.refusal import Refusal
from timeline.model.relation import Relation
from timeline.model.time import TimeValue

if TYPE_CHECKING:
    from timeline.reasoning.story import StoryGraph


@dataclass(frozen=True, eq=True, repr=False, kw_only=True)
class Timeline:
    """A time-ordered story: events, who takes part, when, in which order, and why we believe it.

    Attributes
    ----------
    documents : tuple of Document
    reference_date : datetime or None
        What « hier » counts from; naive.
    entities : tuple of Entity
        By first mention.
    times : tuple of TimeValue
        By place in the text; the reference date is not among them.
    events : tuple of Event
        In time order; events that cannot be told apart follow the text.
    relations : tuple of Relation
        The consistent order that was settled on.
    evidence : tuple of Relation
        All that the text claims about order, before contradictions were dropped; calendar facts are not among them.
    role_facts : tuple of RoleFact
    edits : tuple of Edit
        Corrections made, oldest first.
    unfit : tuple of Edit
        Corrections that `replayed` found no place for.
    refused : tuple of Refusal
        What was proposed and the text does not bear out, and why.
    parts : tuple of Timeline
        In a merged story the timelines it was made of, by date; empty otherwise.
    differences : tuple of Difference
        Where the library's own reading and a proposal differ, when one was to be checked.
    error : TimelineError or None
        Why the document could not be read, in batches only.

    Examples
    --------
    >>> tl = Timeline()
    >>> len(tl), tl.order()
    (0, [])
    """

    documents: tuple[Document, ...] = ()
    reference_date: datetime | None = None
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeValue, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    evidence: tuple[Relation, ...] = ()
    role_facts: tuple[RoleFact, ...] = ()
    edits: tuple[Edit, ...] = ()
    unfit: tuple[Edit, ...] = ()
    refused: tuple[Refusal, ...] = ()
    parts: tuple[Timeline, ...] = ()
    differences: tuple[Difference, ...] = ()
    error: TimelineError | None = None

    # a sequence of events

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    @overload
    def __getitem__(self, key: int) -> Event: ...
    @overload
    def __getitem__(self, key: slice) -> Timeline: ...
    @overload
    def __getitem__(self, key: str) -> Event | TimeValue | Entity: ...
    def __getitem__(self, key: int | slice | str) -> Event | Timeline | TimeValue | Entity:
        """Return the event at a position, the part of the story in a slice, or the event, time or entity with an id."""
        if isinstance(key, str):
            try:
                return self._index[key]
            except KeyError:
                raise UnknownItemError(f"No event, time or entity has the id {key!r} in this timeline.") from None
        return self.part(self.events[key]) if isinstance(key, slice) else self.events[key]

    def __repr__(self) -> str:
        return queries.summary(self)

    def __str__(self) -> str:
        return str(Events(self.events, lang=self.language)) or repr(self)

    @property
    def language(self) -> str | None:
        """The language of the first document that has one."""
        return next((document.lang for document in self.documents if document.lang), None)

    # entities

    @property
    def people(self) -> tuple[Entity, ...]:
        """Entities of type PERSON."""
        return tuple(entity for entity in self.entities if entity.type == PERSON)

    @property
    def organisations(self) -> tuple[Entity, ...]:
        """Entities of type ORGANISATION."""
        return tuple(entity for entity in self.entities if entity.type == ORGANISATION)

    @property
    def places(self) -> tuple[Entity, ...]:
        """Entities of type PLACE."""
        return tuple(entity for entity in self.entities if entity.type == PLACE)

    @cached_property
    def graph(self) -> StoryGraph:
        """The point graph behind the order."""
        from timeline.reasoning.story import StoryGraph

        return StoryGraph.of(self)

    @cached_property
    def _index(self) -> dict[str, Event | TimeValue | Entity]:
        return {item.id: item for items in (self.entities, self.times, self.events) for item in items}

    def part(self, events: Iterable[Event]) -> Timeline:
        """Return the story of some of its events, with what is claimed among them.

        Parameters
        ----------
        events : iterable of Event
            Events of this story.

        Returns
        -------
        Timeline
            With all entities and times.

        Examples
        --------
        >>> Timeline().part([])
        <Timeline: 0 events, 0 entities, 0 times>
        """
        chosen = tuple(events)
        kept = {event.id for event in chosen} | {time.id for time in self.times} | {"t0"}

        def within(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
            return tuple(link for link in relations if link.source in kept and link.target in kept)

        return replace(self, events=chosen, relations=within(self.relations), evidence=within(self.evidence))

    # Methods that other files of this room hold, by what they are for.

    order = ordering.order
    relation = ordering.relation
    before = ordering.before
    after = ordering.after
    during = ordering.during
    overlaps = ordering.overlaps
    explain = ordering.explain
    anchored = ordering.anchored

    between = questions.between
    on = questions.on
    involving = questions.involving
    find = questions.find
    highlights = questions.highlights
    select = questions.select
    as_of = questions.as_of
    roles = questions.roles
    conflicts = questions.conflicts
    since = questions.since
    copies = questions.copies

    without = corrections.without
    relabelled = corrections.relabelled
    redated = corrections.redated
    joined = corrections.joined
    split = corrections.split
    replayed = corrections.replayed

    to_dict = records.to_dict
    from_dict = staticmethod(records.from_dict)
    to_json = records.to_json
    from_json = staticmethod(records.from_json)
    to_networkx = graphs.to_networkx
    to_pandas = records.to_pandas
    to_csv = records.to_csv
    to_timeml = exports.to_timeml
    from_timeml = staticmethod(exports.from_timeml)
    to_jsonld = graphs.to_jsonld
    to_timelinejs = exports.to_timelinejs
    to_icalendar = exports.to_icalendar
    to_mermaid = exports.to_mermaid
    to_graphml = graphs.to_graphml
    to_gexf = graphs.to_gexf
    to_followthemoney = graphs.to_followthemoney
    to_conll = exports.to_conll
    to_docbin = exports.to_docbin

    to_svg = views.to_svg
    to_html = views.to_html
    plot = views.plot
    _repr_html_ = views.repr_html
    _repr_mimebundle_ = views.repr_mimebundle
