"""Proposed events held against a text: quotes found, repeats joined, people and headlines looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from timeline.languages.base import Language
from timeline.model.event import Event
from timeline.model.mention import Mention, Trigger
from timeline.model.participants import Participant, Participants
from timeline.model.refusal import Refusal
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline
from timeline.stages.events import describe_events
from timeline.stages.grounding.labels import Vocabulary, vocabulary_of
from timeline.stages.grounding.names import Names
from timeline.stages.grounding.proposals import Proposal, ProposedEvent, Quote
from timeline.stages.grounding.quotes import Page, Span, page_of
from timeline.stages.grounding.telling import told
from timeline.stages.source import mention_at, mention_of, source_of

ABSENT = "not in the text"


@dataclass(slots=True, kw_only=True)
class Grounds:
    """A text that proposals are held against, and what was refused so far.

    `periods` are the words that say from when to when somebody held an office, « depuis 2019 »: no event's time.
    """

    doc: Doc
    language: Language
    page: Page
    names: Names
    times: tuple[TimeValue, ...]
    periods: tuple[Mention, ...]
    vocabulary: Vocabulary
    refused: list[Refusal] = field(default_factory=list)

    def refuse(self, where: str, value: str, reason: str) -> None:
        """Note what is not taken."""
        self.refused.append(Refusal(where=where, value=value, reason=reason))


def grounds_of(doc: Doc, language: Language, own: Timeline) -> Grounds:
    """Return a text, as the library reads it, ready for holding proposals against it."""
    text = source_of(doc).text
    page = page_of(text)
    return Grounds(
        doc=doc,
        language=language,
        page=page,
        names=Names(doc, page, own.entities),
        times=own.times,
        periods=tuple(words for fact in own.role_facts for words in (fact.since, fact.until) if words),
        vocabulary=vocabulary_of(text, language, own.entities),
    )


def read_events(proposal: Proposal, grounds: Grounds) -> dict[int, Event]:
    """Return the events that the text bears out, by their positions in the proposal; those that are one stand twice."""
    united, one_of = _united(proposal)
    spans = _quoted(united, grounds)
    flat = [span for event in spans.values() for span in event]
    described = iter(_described(flat, grounds))
    last_rank = max((event.rank or 0 for event in united.values()), default=0)
    events: dict[int, Event] = {}
    for position, places in spans.items():
        proposed = united[position]
        readings = [next(described) for _ in places]
        near = places[0][0]
        did, to = (tuple(_players(side, near, grounds)) for side in (proposed.did, proposed.to))
        label = _label(proposed, grounds)
        events[position] = told(proposed, readings, did, to, label=label, last_rank=last_rank)
    return {position: events[one] for position, one in one_of.items() if one in events}


def _described(spans: Sequence[Span], grounds: Grounds) -> tuple[Event, ...]:
    """Return what the library reads at each place; only the words themselves where it has no parse to read."""
    if grounds.doc.has_annotation("DEP"):
        return describe_events(grounds.doc, spans, grounds.language, tuple(grounds.names.entities), grounds.times)
    return tuple(_bare(start, end, grounds.doc) for start, end in spans)


def _bare(start: int, end: int, doc: Doc) -> Event:
    mention = mention_at(doc, start, end)
    words = doc.char_span(start, end, alignment_mode="expand")
    passage = mention_of(words.sent) if words is not None and doc.has_annotation("SENT_START") else mention
    trigger = Trigger(mention.text, start, end, mention.document)
    return Event(id="", label=mention.text, trigger=trigger, passage=passage, mentions=(trigger,))


def with_entities(event: Event, names: Names) -> Event:
    """Return an event whose players are the entities that their words have become since."""
    cast = {role: [names.made_of(player) for player in players] for role, players in event.participants.items()}
    return replace(event, participants=Participants({role: dict.fromkeys(cast[role]) for role in cast}))


def _united(proposal: Proposal) -> tuple[dict[int, ProposedEvent], dict[int, int]]:
    """Return the events that are proposed as different ones, and for each position the one that it is."""
    events = dict(proposal.events)
    one_of = {position: position for position in events}
    for first, *others in proposal.same:
        whole = events[first]
        for other in others:
            part = events.pop(other)
            one_of[other] = first
            whole = _with_part(whole, part)
        events[first] = whole
    return events, one_of


def _with_part(whole: ProposedEvent, part: ProposedEvent) -> ProposedEvent:
    """Return an event with what another proposal of it adds."""
    dated = whole if whole.start or whole.end else part
    return replace(
        whole,
        quotes=whole.quotes + part.quotes,
        label=whole.label or part.label,
        did=whole.did + part.did,
        to=whole.to + part.to,
        factuality=whole.factuality or part.factuality,
        time=whole.time or part.time,
        start=dated.start,
        end=dated.end,
        rank=min(filter(None, (whole.rank, part.rank)), default=None),
    )


def _quoted(events: Mapping[int, ProposedEvent], grounds: Grounds) -> dict[int, list[Span]]:
    """Return where the quotes of each event stand; a place tells one event, and an event without a place is none."""
    owners: dict[Span, str] = {}
    spans: dict[int, list[Span]] = {}
    for position, event in events.items():
        for quote in event.quotes:
            span = grounds.page.find(quote)
            reason = _fault(span, owners, grounds.page)
            if span is None or reason:
                grounds.refuse(quote.where, quote.words, reason)
            else:
                owners[span] = event.where
                spans.setdefault(position, []).append(span)
        if position not in spans:
            grounds.refuse(event.where, event.label or event.quotes[0].words, "none of its quotes stands")
    return spans


def _fault(span: Span | None, owners: Mapping[Span, str], page: Page) -> str:
    if span is None:
        return ABSENT
    if not page.is_whole(span):
        return "cuts a word"
    return f"tells {owners[span]}" if span in owners else ""


def _players(names: tuple[Quote, ...], near: int, grounds: Grounds) -> Iterator[Participant]:
    for name in names:
        player = grounds.names.player(name, near)
        if player is None:
            grounds.refuse(name.where, name.words, ABSENT)
        else:
            yield player


def _label(proposed: ProposedEvent, grounds: Grounds) -> str:
    fault = grounds.vocabulary.fault(proposed.label) if proposed.label else ""
    if fault:
        grounds.refuse(f"{proposed.where}.label", proposed.label, f"{fault!r} is not in the text; own headline instead")
        return ""
    return " ".join(proposed.label.split())
