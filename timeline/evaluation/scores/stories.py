"""Scores of told stories: whether a reader would find the main turns, each dated, with its people, told once.

=============  =======================================================================================================
found          told events of which some quoted trigger is a mention of an event
joined         pairs of quotes of one told event that are mentions of one event
dated          events with a window: the date told is within it
date_coarse    … is around it but wider, up to 45 days
date_wrong     … is outside of it
bounds_wrong   `earliest` or `latest` excludes the window, or the reader's bounds
did, to        who did it: named as agent or speaker, or anywhere if there is neither; whom it befell: named, at least
               in the label
fact           factuality within what the reader accepts
order          pairs told in the right order; order_wrong: in the wrong one; the rest is silence
roles, status  offices of named people: person, office and organisation; and with the right status
roles_extra    offices told beyond the reader's, in shares of those told
top            main turns that are within ``highlights(number of main turns + 3)``
noise          highlights that are none of the told events; repeats: that show a told event again
headline       overlap of the label's words with the reader's headline: F1 over stems, on the main turns
turns          main turns without a fault: highlighted, dated right where there is a window, no false bound, everybody
               named, factuality
=============  =======================================================================================================
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from timeline.evaluation.stories import Span, ToldEvent, ToldRole, ToldStory, Window
from timeline.model.entity import Entity
from timeline.model.event import Event
from timeline.model.participants import Participant
from timeline.model.tenure import Tenure
from timeline.model.timeline import Timeline

# Each figure, and the one whose number of cases it is a share of.
FIGURES = {
    "found": "found",
    "joined": "joined",
    "dated": "dated",
    "date_coarse": "dated",
    "date_wrong": "dated",
    "bounds_wrong": "bounds",
    "did": "did",
    "to": "to",
    "fact": "fact",
    "order": "order",
    "order_wrong": "order",
    "roles": "roles",
    "status": "roles",
    "roles_extra": "roles_extra",
    "top": "top",
    "noise": "noise",
    "repeats": "noise",
    "headline": "top",
    "turns": "top",
}
DOERS = frozenset({"agent", "speaker"})
BEFORE, AFTER = frozenset({"BEFORE", "IBEFORE"}), frozenset({"AFTER", "IAFTER"})
COARSE = timedelta(days=45)
MORE_HIGHLIGHTS = 3  # than there are main turns
STEM = 5  # letters


@dataclass(frozen=True, slots=True)
class StoryFault:
    """One thing that a reader would mind: its kind, where it is told, what the reader and what the library says."""

    kind: str
    span: Span
    gold: str
    system: str


@dataclass(slots=True)
class StoryScores:
    """Counts behind the figures of one story or many: how many are right, of how many; and the faults one by one."""

    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    faults: list[StoryFault] = field(default_factory=list)

    def share(self, figure: str) -> float:
        """Return a figure of `FIGURES`, 0 without a case."""
        return self.right[figure] / max(1, self.of[FIGURES[figure]])

    def add(self, other: StoryScores) -> None:
        """Count what another story counts too; its faults stay with it."""
        self.right.update(other.right)
        self.of.update(other.of)

    def note(self, figure: str, right: float, of: int = 1) -> None:
        """Count cases of a figure that stands for itself."""
        self.right[figure] += right  # type: ignore[assignment] # overlaps of headlines are fractions
        self.of[figure] += of

    def mind(self, kind: str, span: Span, gold: object, system: object) -> None:
        """Note a fault."""
        self.faults.append(StoryFault(kind, span, str(gold), str(system)))


def score_story(story: Timeline, gold: ToldStory) -> StoryScores:
    """Score one timeline against what a reader took from its text.

    Examples
    --------
    >>> score_story(Timeline(), ToldStory(id="a", text="", lang="fr")).share("found")
    0.0
    """
    scores = StoryScores()
    shown = {event.id for event in story.highlights(sum(told.top for told in gold.events) + MORE_HIGHLIGHTS)}
    chosen: dict[str, Event] = {}
    owners: dict[str, str] = {}
    for told in gold.events:
        matches = [mentioning(story, span) for span in told.spans]
        candidates = [event for found in matches for event in found]
        for event in candidates:
            owners.setdefault(event.id, told.id)
        scores.note("found", bool(candidates))
        if not candidates:
            _lose(told, scores)
            continue
        event = max(candidates, key=_prominence)
        chosen[told.id] = event
        _score_joins(matches, scores)
        _score_event(event, told, scores, shown=any(one.id in shown for one in candidates))
    _score_highlights(story, shown, owners, scores)
    _score_order(story, gold, chosen, scores)
    _score_roles(story.roles(), gold.roles, scores)
    return scores


# -- one event ---------------------------------------------------------------------------------------------------------


def mentioning(story: Timeline, span: Span) -> list[Event]:
    """Return the events of which a mention overlaps a span."""
    start, end = span
    return [event for event in story.events if any(m.start < end and start < m.end for m in event.mentions)]


def _prominence(event: Event) -> tuple[float, int]:
    return event.salience, -event.trigger.start


def _lose(told: ToldEvent, scores: StoryScores) -> None:
    """Count all that an event which is not found fails in."""
    scores.mind("not found", told.spans[0], told.headline, "")
    scores.of.update(dated=told.window is not None, did=len(told.did), to=len(told.to), fact=1, bounds=1, top=told.top)


def _score_joins(matches: Sequence[Sequence[Event]], scores: StoryScores) -> None:
    heads = [max(found, key=_salience) for found in matches if found]
    for number, one in enumerate(heads):
        for other in heads[number + 1 :]:
            scores.note("joined", one.id == other.id)


def _salience(event: Event) -> float:
    return event.salience


def _score_event(event: Event, told: ToldEvent, scores: StoryScores, *, shown: bool) -> None:
    how = date_of(event, told.window)
    if how is not None:
        scores.note("dated", how == "dated")
        scores.right[how] += how != "dated"
        if how != "dated":
            scores.mind(how, told.spans[0], _words(told.window), _date_words(event))
    false_bound = any(_excludes(event, window) for window in (told.window, told.bounds))
    scores.right["bounds_wrong"] += false_bound
    scores.of["bounds"] += 1
    if false_bound:
        scores.mind("bounds wrong", told.spans[0], f"{_words(told.window)} {_words(told.bounds)}", _date_words(event))
    did, to = _people(event, told)
    scores.note("did", sum(did), len(did))
    scores.note("to", sum(to), len(to))
    for kind, wanted, found in (("who did it", told.did, did), ("to whom", told.to, to)):
        if not all(found):
            scores.mind(kind, told.spans[0], ", ".join(wanted), _cast_words(event))
    fact = event.factuality in told.factualities
    scores.note("fact", fact)
    if not fact:
        scores.mind("factuality", told.spans[0], ", ".join(sorted(told.factualities)), event.factuality)
    if told.top:
        scores.note("top", shown)
        scores.right["headline"] += _overlap(event.label, told.headline)  # type: ignore[assignment]
        scores.right["turns"] += shown and how in (None, "dated") and not false_bound and all((*did, *to)) and fact
        if not shown:
            scores.mind("not highlighted", told.spans[0], told.headline, f"{event.label} {event.salience:.2f}")


# -- dates -------------------------------------------------------------------------------------------------------------


def _estimate(event: Event) -> Window:
    """Return the best estimate, what the text tells, or the bounds, whichever is there first."""
    for told in (event.when, event.time):
        if told is not None and told.start is not None and told.end is not None:
            return Window(told.start, told.end)
    return Window(event.earliest, event.latest)


def date_of(event: Event, window: Window | None) -> str | None:
    """Return dated, date_coarse, date_wrong, or "not dated"; and None where the reader gives no window."""
    if window is None or window.start is None or window.end is None:
        return None
    told = _estimate(event)
    if told.start is None or told.end is None:
        return "not dated"
    if window.start <= told.start and told.end <= window.end:
        return "dated"
    if told.start < window.end and told.end > window.start:
        return "date_coarse" if told.end - told.start <= COARSE else "not dated"
    return "date_wrong"


def _excludes(event: Event, window: Window | None) -> bool:
    """Tell whether an event's bounds leave no room for a window."""
    if window is None:
        return False
    late = event.earliest is not None and window.end is not None and event.earliest >= window.end
    early = event.latest is not None and window.start is not None and event.latest <= window.start
    return late or early


# -- people ------------------------------------------------------------------------------------------------------------


def _people(event: Event, told: ToldEvent) -> tuple[list[bool], list[bool]]:
    """Return of each person wanted whether they are named: those who did it, and those it befell."""
    doers = [name for role, players in event.participants.items() if role in DOERS for name in _names(players)]
    others = [name for role, players in event.participants.items() if role not in DOERS for name in _names(players)]
    did = [_is_named(wanted, doers or others) for wanted in told.did]
    to = [_is_named(wanted, [*others, *doers, event.label]) for wanted in told.to]
    return did, to


def _names(players: Sequence[Participant]) -> Iterator[str]:
    for player in players:
        if isinstance(player, Entity):
            yield from (player.name, *player.aliases)
        else:
            yield player.text


def _is_named(wanted: str, names: Sequence[str]) -> bool:
    """Tell whether the last word of an alternative stands in one of the names."""
    told = [set(_tokens(name)) for name in names]
    lasts = [words[-1] for words in map(_tokens, wanted.split("|")) if words]
    return any(last in words for last in lasts for words in told)


# -- the whole story ---------------------------------------------------------------------------------------------------


def _score_highlights(story: Timeline, shown: set[str], owners: dict[str, str], scores: StoryScores) -> None:
    seen: set[str | None] = set()
    for event in story.events:
        if event.id not in shown:
            continue
        owner = owners.get(event.id)
        scores.note("noise", owner is None)
        scores.right["repeats"] += owner in seen
        if owner is None or owner in seen:
            kind = "shown again" if owner else "highlight of nothing told"
            scores.mind(kind, (event.trigger.start, event.trigger.end), "", event.label)
        seen.add(owner)


def _score_order(story: Timeline, gold: ToldStory, chosen: dict[str, Event], scores: StoryScores) -> None:
    spans = {told.id: told.spans[0] for told in gold.events}
    for first, second in gold.order:
        relation = None
        if first in chosen and second in chosen and chosen[first].id != chosen[second].id:
            relation = story.relation(chosen[first], chosen[second])
        scores.note("order", relation in BEFORE)
        scores.right["order_wrong"] += relation in AFTER
        if relation not in BEFORE:
            labels = " < ".join(chosen[name].label if name in chosen else name for name in (first, second))
            kind = "order wrong" if relation in AFTER else "order not told"
            scores.mind(kind, spans.get(first, (0, 0)), labels, relation or "")


def _score_roles(told: Sequence[Tenure], wanted: Sequence[ToldRole], scores: StoryScores) -> None:
    used: set[int] = set()
    for gold in wanted:
        match = next((i for i, held in enumerate(told) if i not in used and _same_office(held, gold)), None)
        scores.note("roles", match is not None)
        if match is None:
            scores.mind("office missing", (0, 0), f"{gold.person}, {gold.role}, {gold.organisation}", "")
        else:
            used.add(match)
            scores.right["status"] += told[match].status == gold.status
            if told[match].status != gold.status:
                scores.mind("status of an office", (0, 0), gold.status, _office_words(told[match]))
    scores.note("roles_extra", len(told) - len(used), len(told))
    for number, held in enumerate(told):
        if number not in used:
            scores.mind("office beyond the reader's", (0, 0), "", _office_words(held))


def _same_office(held: Tenure, gold: ToldRole) -> bool:
    where = [held.organisation.name if held.organisation else "", held.role]
    there = not gold.organisation or _is_named(gold.organisation, where)
    return there and _is_named(gold.person, [held.person.name]) and bool(_stems(gold.role) & _stems(held.role))


# -- words -------------------------------------------------------------------------------------------------------------


def _tokens(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return re.findall(r"\w+", "".join(char for char in folded if not unicodedata.combining(char)))


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in _tokens(text) if word not in _small_words()}


@cache
def _small_words() -> frozenset[str]:
    """Return the articles and prepositions that the measure leaves out, of French and English."""
    return frozenset(json.loads((files("timeline.evaluation.scores") / "small_words.json").read_text("utf8")))


def _overlap(label: str, headline: str) -> float:
    ours, theirs = _stems(label), _stems(headline)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _words(window: Window | None) -> str:
    return f"{_day(window.start)}/{_day(window.end)}" if window else ""


def _day(moment: datetime | None) -> str:
    return moment.isoformat().removesuffix("T00:00:00") if moment else ".."


def _date_words(event: Event) -> str:
    told = f" {event.time.timex3}" if event.time else ""
    return f"{event.label}:{told} in {_words(Window(event.earliest, event.latest))}"


def _cast_words(event: Event) -> str:
    cast = "; ".join(f"{role} {', '.join(_names(players))}" for role, players in event.participants.items())
    return f"{event.label} ({cast})"


def _office_words(held: Tenure) -> str:
    return f"{held.person.name}, {held.role}, {held.organisation.name if held.organisation else ''}, {held.status}"
