"""Timeline: the immutable result, and the questions it answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from timeline.errors import TimelineError, UnknownItemError
from timeline.model import queries
from timeline.model.changes import Changes
from timeline.model.conflict import Conflict
from timeline.model.copy import Copy
from timeline.model.dates import calendar_interval, moment_text
from timeline.model.difference import Difference
from timeline.model.document import Document
from timeline.model.edit import Edit
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity, RoleFact
from timeline.model.event import Event
from timeline.model.events import Events
from timeline.model.explanation import Explanation
from timeline.model.mention import Mention
from timeline.model.refusal import Refusal
from timeline.model.relation import Relation
from timeline.model.snapshot import Snapshot
from timeline.model.tenure import Tenure
from timeline.model.time import TimeValue

if TYPE_CHECKING:
    from altair import LayerChart
    from networkx import MultiDiGraph
    from pandas import DataFrame

    from timeline.reasoning.story import StoryGraph

Item = Event | TimeValue | str


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
            return self._item(key)
        if isinstance(key, slice):
            return self._part(self.events[key])
        return self.events[key]

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

    def roles(self) -> tuple[Tenure, ...]:
        """Return who held which role where, and when; see `Tenure`."""
        from timeline.reasoning.tenures import tenures

        return tenures(self)

    # order

    @cached_property
    def graph(self) -> StoryGraph:
        """The point graph behind the order."""
        from timeline.reasoning.story import StoryGraph

        return StoryGraph.of(self)

    def order(self) -> list[tuple[Event, ...]]:
        """Return the events in groups, earliest first; the members of a group cannot be told apart in time."""
        return self.graph.groups()

    def relation(self, a: Item, b: Item) -> str | None:
        """Return the TimeML relation of `a` to `b`, or None when the text does not tell.

        Parameters
        ----------
        a, b : Event, TimeValue or str
            Or their ids; ``"t0"`` is the reference date.

        Raises
        ------
        UnknownItemError
            When an id is not in the timeline.
        """
        return self.graph.relation(self._node(a), self._node(b))

    def before(self, event: Item) -> Events:
        """Return the events known to end before `event` begins, in order."""
        node = self._node(event)
        return self._those(other for other in self.events if self.graph.is_before(other.id, node))

    def after(self, event: Item) -> Events:
        """Return the events known to begin after `event` ends, in order."""
        node = self._node(event)
        return self._those(other for other in self.events if self.graph.is_before(node, other.id))

    def during(self, item: Item) -> Events:
        """Return the other events known to lie within an event or a time, in order (Allen's s, d, f and =).

        Examples
        --------
        >>> Timeline(reference_date=datetime(2023, 11, 20)).during("t0")
        <Events none>
        """
        node, graph = self._node(item), self.graph.intervals
        return self._those(other for other in self.events if other.id != node and graph.is_within(other.id, node))

    def overlaps(self, item: Item) -> Events:
        """Return the other events known to share some time with an event or a time, in order."""
        node, graph = self._node(item), self.graph.intervals
        return self._those(other for other in self.events if other.id != node and graph.shares_time(other.id, node))

    def explain(self, a: Item, b: Item | None = None) -> Explanation:
        """Return the chain of evidence behind the relation of `a` to `b`, or behind the date of `a` alone.

        Its `str` tells it in words, a line a step; a notebook shows it as a list.
        """
        from timeline.display.explanation import explain_date, explain_relation

        if b is None:
            return explain_date(self, self._node(a))
        return explain_relation(self, self._node(a), self._node(b))

    def anchored(self, date: str | Date | datetime | None) -> Timeline:
        """Return the same story told from another reference date, without reading the text again.

        Raises
        ------
        InvalidDateError
            When `date` cannot be read.
        """
        from timeline.model.dates import iso_date, parse_reference_date
        from timeline.reasoning.story import assemble

        reference = parse_reference_date(date)
        documents = self.documents
        if len(documents) == 1:
            documents = (replace(documents[0], date=iso_date(date)),)
        return assemble(replace(self, documents=documents, reference_date=reference))

    # corrections

    def without(self, event: Event | str, *, by: str = "", at: str | datetime = "", note: str = "") -> Timeline:
        """Return the story without an event, and with that in its log.

        Parameters
        ----------
        event : Event or str
            The event or its id.
        by, at, note : str, optional
            Who corrects, when and why; the library reads no clock, so the caller gives the time.

        Raises
        ------
        UnknownItemError
        """
        from timeline.reasoning.edits import target_of, without

        found = self._event(event)
        edit = Edit(kind="without", target=target_of(self, found), by=by, at=moment_text(at), note=note)
        return self._edited(without(self, found), edit)

    def relabelled(
        self, event: Event | str, text: str, *, by: str = "", at: str | datetime = "", note: str = ""
    ) -> Timeline:
        """Return the story with another headline for an event; see `without` for the options."""
        from timeline.reasoning.edits import relabelled, target_of

        found = self._event(event)
        edit = Edit(kind="relabelled", target=target_of(self, found), value=text, by=by, at=moment_text(at), note=note)
        return self._edited(relabelled(self, found, text), edit)

    def redated(
        self,
        event: Event | str,
        when: str | Date | datetime | None,
        *,
        by: str = "",
        at: str | datetime = "",
        note: str = "",
    ) -> Timeline:
        """Return the story with another date for an event, and the order settled again.

        Parameters
        ----------
        event : Event or str
        when : str, date, datetime or None
            A year, month, day or minute as `on` takes them; None takes its date away.
        by, at, note : str, optional
            As in `without`.

        Raises
        ------
        UnknownItemError, InvalidDateError
        """
        from timeline.reasoning.edits import redated, target_of

        found = self._event(event)
        value = when if isinstance(when, str) else moment_text(when or "")
        edit = Edit(kind="redated", target=target_of(self, found), value=value, by=by, at=moment_text(at), note=note)
        return self._edited(redated(self, found, when), edit)

    def joined(
        self, a: Event | str, b: Event | str, *, by: str = "", at: str | datetime = "", note: str = ""
    ) -> Timeline:
        """Return the story with two events made one, told as the first of them; see `without` for the options.

        Raises
        ------
        UnknownItemError, EditError
        """
        from timeline.reasoning.edits import joined, target_of

        one, two = self._event(a), self._event(b)
        targets = target_of(self, one), target_of(self, two)
        edit = Edit(kind="joined", target=targets[0], other=targets[1], by=by, at=moment_text(at), note=note)
        return self._edited(joined(self, one, two), edit)

    def split(
        self, event: Event | str, mention: Mention, *, by: str = "", at: str | datetime = "", note: str = ""
    ) -> Timeline:
        """Return the story with one mention of an event made an event of its own; see `without` for the options.

        Raises
        ------
        UnknownItemError, EditError
        """
        from timeline.reasoning.edits import split, target_of

        found = self._event(event)
        targets = target_of(self, found), target_of(self, found, mention)
        edit = Edit(kind="split", target=targets[0], other=targets[1], by=by, at=moment_text(at), note=note)
        return self._edited(split(self, found, mention), edit)

    def replayed(self, edits: Iterable[Edit] | str | Path) -> Timeline:
        """Apply corrections of another reading, such as that of an older version of the text.

        Parameters
        ----------
        edits : iterable of Edit, str or Path
            Another story's `edits`, or the file that the page saved (its path or its JSON).

        Returns
        -------
        Timeline
            What could be applied is in `edits`, what no longer fits in `unfit`.

        Raises
        ------
        FormatError
            When a file holds no edits.

        Examples
        --------
        >>> Timeline().replayed([]).unfit
        ()
        """
        from timeline.formats.edits import read_edits
        from timeline.reasoning.edits import replayed

        return replayed(self, read_edits(edits) if isinstance(edits, str | Path) else edits)

    # selections

    def between(self, start: str | Date | datetime, end: str | Date | datetime) -> Events:
        """Return the events that certainly lie within the half-open interval ``[start, end)``.

        Parameters
        ----------
        start, end : str, date or datetime
            In every form that `on` takes: ``"2018"`` and ``"2018-06"`` stand for their first instant.

        Raises
        ------
        InvalidDateError

        Examples
        --------
        >>> Timeline().between("2018", "2019-06")
        <Events none>
        """
        return queries.between(self, start, end)

    def on(self, date: str | Date | datetime) -> Events:
        """Return the events that certainly lie within one day, or within the month or year given as ``"2023-11"``."""
        return queries.on(self, date)

    def involving(self, who: str | Entity) -> Events:
        """Return the events in which an entity takes part.

        Parameters
        ----------
        who : str or Entity
            The entity, its id, any of its names, or a part of one in whole words, such as a surname; case and accents
            do not count.

        Raises
        ------
        UnknownItemError
            When nobody is called so; the message says who has a name like it.
        """
        return queries.involving(self, who)

    def find(self, text: str) -> Events:
        """Return the events that words mean.

        The words stand in the headline, in a mention, in its dictionary form or in the type, or the event is told by a
        word of the same family: « limoger » also finds « évincé ». Case and accents do not count.
        """
        from timeline.languages.families import family

        return queries.find(self, text, family(self.language or "", text))

    def highlights(self, n: int = 10) -> Events:
        """Return the `n` most salient events, in time order, each fact once."""
        return queries.highlights(self._those(self.events), n)

    def select(
        self,
        *,
        involving: str | Entity | Iterable[str | Entity] | None = None,
        between: str | Date | datetime | tuple[str | Date | datetime, str | Date | datetime] | None = None,
        type: str | Iterable[str] | None = None,
        factuality: str | Iterable[str] | None = None,
        n: int | None = None,
    ) -> Timeline:
        """Return the part of the story that meets every condition given, to be shown, exported or asked again.

        Parameters
        ----------
        involving : str, Entity or iterable of them, optional
            Who takes part, as in the method `involving`; all of several.
        between : date or pair of dates, optional
            A day, month or year as in `on`, or the two ends of `between`.
        type : str or iterable of str, optional
            ``"Personnel.End-Position"``, all of ``"Personnel"``, or a subtype ``"End-Position"``; any of several.
        factuality : str or iterable of str, optional
            Any of several.
        n : int, optional
            Of what is left the `n` most salient, as in `highlights`.

        Raises
        ------
        UnknownItemError, InvalidDateError

        Examples
        --------
        >>> Timeline().select(between="2018", factuality="factual", n=5)
        <Timeline: 0 events, 0 entities, 0 times>
        """
        found = queries.selected(self, involving=involving, between=between, type=type, factuality=factuality, n=n)
        return self._part(found)

    def as_of(self, date: str | Date | datetime) -> Snapshot:
        """Return what held on a day, in a month or in a year, and who held which office then; see `Snapshot`.

        Raises
        ------
        InvalidDateError

        Examples
        --------
        >>> Timeline().as_of("2018-06").roles
        ()
        """
        from timeline.reasoning.snapshots import snapshot

        return snapshot(self, *calendar_interval(date))

    # many documents

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return where the documents of a merged story disagree: each version, its documents and words, what is shown.

        Examples
        --------
        >>> Timeline().conflicts()
        ()
        """
        from timeline.merging.conflicts import conflicts

        return conflicts(self)

    def since(self, date: str | Date | datetime) -> Changes:
        """Return what documents published on a day or later added to the earlier ones, moved or withdrew.

        Raises
        ------
        InvalidDateError
            When `date` is no date.
        """
        from timeline.merging.changes import changes_since

        return changes_since(self, date)

    def copies(self) -> tuple[Copy, ...]:
        """Return which documents repeat an earlier one: a dispatch that is printed again counts once."""
        from timeline.merging.copies import find_copies

        return tuple(find_copies(self.documents).documents.values())

    # formats: each imports its own file when called

    def to_dict(self) -> dict[str, Any]:
        """Return plain dicts, lists, strings and numbers; `from_dict` reads them back equal."""
        from timeline.formats.json import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Timeline:
        """Read what `to_dict` wrote. Raises FormatError."""
        from timeline.formats.json import from_dict

        return from_dict(data)

    def to_json(self, path: str | Path | None = None) -> str:
        """Return JSON text, and write it to `path` when one is given; `from_json` reads it back equal."""
        from timeline.formats.json import to_json

        return to_json(self, path)

    @classmethod
    def from_json(cls, source: str | Path) -> Timeline:
        """Read JSON text, or the file at a path. Raises FormatError with line and column."""
        from timeline.formats.json import from_json

        return from_json(source)

    def to_networkx(self, *, reduced: bool = True) -> MultiDiGraph[str]:
        """Return a directed multigraph of events, times and entities: `kind` on nodes and edges, only scalars.

        Parameters
        ----------
        reduced : bool
            Leave out relations that follow from others; False keeps all.

        Examples
        --------
        >>> len(Timeline().to_networkx())
        0
        """
        from timeline.formats.networkx import to_networkx

        return to_networkx(self, reduced=reduced)

    def to_pandas(self) -> DataFrame:
        """Return a DataFrame, one row an event in time order; `timeline.formats.table.COLUMNS` describes its columns.

        Raises
        ------
        MissingExtraError
            When pandas is not installed.
        """
        from timeline.formats.pandas import to_pandas

        return to_pandas(self)

    def to_csv(self, path: str | Path | None = None) -> str:
        """Return the columns of `to_pandas` as CSV, and write it to `path` when one is given.

        Examples
        --------
        >>> Timeline().to_csv().split(",")[:3]
        ['id', 'label', 'type']
        """
        from timeline.formats.csv import to_csv

        return to_csv(self, path)

    def to_timeml(self, path: str | Path | None = None, *, document: str | None = None, tempeval: bool = False) -> str:
        """Return TimeML 1.2.1, and write it to `path` when one is given; `from_timeml` reads it back.

        Parameters
        ----------
        path : str or Path, optional
        document : str, optional
            The id of the document to write, in a timeline of several.
        tempeval : bool
            Use the elements of TempEval-3 (``<TEXT>``, ``<DCT>``), which the DTD does not know.

        Raises
        ------
        FormatError
            When no document, or one that is not here, is chosen of several.

        Examples
        --------
        >>> "<TimeML" in Timeline().to_timeml()
        True
        """
        from timeline.formats.timeml import to_timeml

        return to_timeml(self, path, document=document, tempeval=tempeval)

    @classmethod
    def from_timeml(cls, source: str | bytes | Path) -> Timeline:
        """Read TimeML of any tool, given itself or as the path of a file, and settle it into one consistent order.

        Raises
        ------
        FormatError
            With line and column, when it cannot be read.

        Examples
        --------
        >>> story = Timeline.from_timeml("<TimeML>She <EVENT eid='e1' class='OCCURRENCE'>left</EVENT>.</TimeML>")
        >>> story["e1"].trigger.start
        4
        """
        from timeline.formats.timeml import from_timeml

        return from_timeml(source)

    def to_jsonld(self, path: str | Path | None = None) -> str:
        """Return linked data (SEM, OWL-Time, schema.org, PROV) as JSON-LD, and write it to `path` when one is given."""
        from timeline.formats.jsonld import to_jsonld

        return to_jsonld(self, path)

    def to_timelinejs(self, path: str | Path | None = None) -> str:
        """Return JSON for TimelineJS, and write it to `path` when one is given; warns of undated events left out."""
        from timeline.formats.timelinejs import to_timelinejs

        return to_timelinejs(self, path)

    def to_icalendar(self, path: str | Path | None = None) -> str:
        """Return an iCalendar, and write it to `path` when one is given; warns of undated events left out.

        Raises
        ------
        MissingExtraError
            When icalendar is not installed.
        """
        from timeline.formats.icalendar import to_icalendar

        return to_icalendar(self, path)

    def to_mermaid(self, path: str | Path | None = None, *, chart: str = "timeline") -> str:
        """Return a Mermaid diagram, and write it to `path` when one is given.

        Parameters
        ----------
        path : str or Path, optional
        chart : str
            ``"timeline"`` (every event) or ``"gantt"`` (dated events).

        Examples
        --------
        >>> print(Timeline().to_mermaid(), end="")
        timeline
        """
        from timeline.formats.mermaid import to_mermaid

        return to_mermaid(self, path, chart=chart)

    def to_graphml(self, path: str | Path | None = None, *, reduced: bool = True) -> str:
        """Return the graph of `to_networkx` as GraphML, and write it to `path` when one is given."""
        from timeline.formats.graphml import to_graphml

        return to_graphml(self, path, reduced=reduced)

    def to_gexf(self, path: str | Path | None = None, *, reduced: bool = True) -> str:
        """Return the graph of `to_networkx` as GEXF with intervals, for Gephi; write it to `path` when one is given."""
        from timeline.formats.gexf import to_gexf

        return to_gexf(self, path, reduced=reduced)

    def to_followthemoney(self, path: str | Path | None = None) -> str:
        """Return entities of FollowTheMoney, one JSON object a line, and write them to `path` when one is given.

        Aleph and other tools of investigative desks read them.

        Examples
        --------
        >>> Timeline().to_followthemoney()
        ''
        """
        from timeline.formats.followthemoney import to_followthemoney

        return to_followthemoney(self, path)

    def to_conll(self, path: str | Path | None = None) -> str:
        """Return the texts as CoNLL-U Plus, one word a line, and write them to `path` when one is given."""
        from timeline.formats.conll import to_conll

        return to_conll(self, path)

    def to_docbin(self, path: str | Path | None = None) -> bytes:
        """Return a spaCy DocBin with the timeline in ``doc.spans``, and write it to `path` when one is given."""
        from timeline.formats.docbin import to_docbin

        return to_docbin(self, path)

    # display

    def to_svg(
        self,
        path: str | Path | None = None,
        *,
        n: int | None = None,
        title: str | None = None,
        width: int = 1000,
        theme: str = "auto",
        language: str | None = None,
        events: Iterable[Event] | None = None,
    ) -> str:
        """Return a picture as SVG, and write it to `path` when one is given.

        Time goes from left to right, linear but for the breaks that are drawn, with a lane for each person who matters;
        in a picture narrower than 560 pixels from top to bottom.

        Parameters
        ----------
        path : str or Path, optional
        n : int, optional
            How many main turns get a label; the other events are dots.
        title : str, optional
        width : int
            Pixels.
        theme : str
            ``"light"``, ``"dark"``, or ``"auto"``: what the reader's system asks for.
        language : str, optional
            Of dates and words, when not the story's own.
        events : iterable of Event, optional
            The events to draw, of this story; all when not given.

        Raises
        ------
        FormatError
            When there is no such theme.

        Examples
        --------
        >>> Timeline().to_svg(width=390, theme="light")[:4]
        '<svg'
        """
        from timeline.display.svg import to_svg

        return to_svg(self, path, n=n, title=title, width=width, theme=theme, language=language, events=events)

    def to_html(
        self,
        path: str | Path | None = None,
        *,
        n: int | None = None,
        title: str | None = None,
        theme: str = "auto",
        language: str | None = None,
        events: Iterable[Event] | None = None,
    ) -> str:
        """Return one self-contained page, and write it to `path` when one is given.

        It has the picture, the chronology, the text, filters, roles, evidence, and corrections that can be saved for
        `replayed`. The options are those of `to_svg`.

        Examples
        --------
        >>> "<!DOCTYPE html>" in Timeline().to_html(title="Nothing yet")
        True
        """
        from timeline.display.page import to_html

        return to_html(self, path, n=n, title=title, theme=theme, language=language, events=events)

    def plot(
        self,
        kind: str = "timeline",
        *,
        n: int | None = None,
        title: str | None = None,
        width: int = 900,
        theme: str = "light",
        language: str | None = None,
        events: Iterable[Event] | None = None,
    ) -> LayerChart:
        """Return an altair chart; its ``save`` writes SVG and PNG without a browser or the network.

        Parameters
        ----------
        kind : str
            ``"timeline"`` (as `to_svg`, with tooltips, zoom, and selection by entity) or ``"graph"`` (the order of the
            main turns in layers).
        n, title, width, theme, language, events
            As in `to_svg`; a chart's theme is ``"light"`` or ``"dark"``.

        Raises
        ------
        FormatError
            When there is no such chart or theme.
        MissingExtraError
            When altair is not installed.
        """
        from timeline.display.plot import plot

        return plot(self, kind, n=n, title=title, width=width, theme=theme, language=language, events=events)

    def _repr_html_(self) -> str:
        from timeline.display.notebook import repr_html

        return repr_html(self)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        bundle = {"text/plain": repr(self), "text/html": self._repr_html_()}
        return {
            kind: content
            for kind, content in bundle.items()
            if (include is None or kind in include) and kind not in (exclude or ())
        }

    # inside

    @cached_property
    def _index(self) -> dict[str, Event | TimeValue | Entity]:
        return {item.id: item for items in (self.entities, self.times, self.events) for item in items}

    def _item(self, key: str) -> Event | TimeValue | Entity:
        try:
            return self._index[key]
        except KeyError:
            raise UnknownItemError(f"No event, time or entity has the id {key!r} in this timeline.") from None

    def _node(self, item: Item) -> str:
        key = item if isinstance(item, str) else item.id
        if key != "t0":
            self._item(key)
        return key

    def _those(self, events: Iterable[Event]) -> Events:
        return Events(events, lang=self.language)

    def _event(self, event: Event | str) -> Event:
        key = event if isinstance(event, str) else event.id
        found = self._item(key)
        if not isinstance(found, Event):
            raise UnknownItemError(f"{key!r} is no event of this timeline.")
        return found

    def _edited(self, made: Timeline, edit: Edit) -> Timeline:
        return replace(made, edits=(*self.edits, edit))

    def part(self, events: Iterable[Event]) -> Timeline:
        """Return the story of some of its events, with what is claimed among them."""
        return self._part(tuple(events))

    def _part(self, events: tuple[Event, ...]) -> Timeline:
        kept = {event.id for event in events} | {time.id for time in self.times} | {"t0"}

        def within(relations: tuple[Relation, ...]) -> tuple[Relation, ...]:
            return tuple(link for link in relations if link.source in kept and link.target in kept)

        return replace(self, events=tuple(events), relations=within(self.relations), evidence=within(self.evidence))
