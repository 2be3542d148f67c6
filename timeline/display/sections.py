"""The page's parts beside picture and text: filters, the list of events, and who held which role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from timeline.display.layout import wall_size
from timeline.display.svg import glyph
from timeline.display.words import Words
from timeline.model.entity import ORGANISATION, PERSON, PLACE, Entity
from timeline.model.event import FACTUALITIES, Event
from timeline.model.timeline import Timeline

_KINDS = ((PERSON, "people"), (ORGANISATION, "organisations"), (PLACE, "places"))


def event_list(story: Timeline, words: Words) -> Iterator[str]:
    """Yield the events in time order as a list, each a button that tells more."""
    if not story.events:
        yield f"<p>{escape(words('no_events'))}</p>\n"
    yield f'<ol class="events" aria-label="{escape(words("events"))}">\n'
    for number, event in enumerate(story.events):
        yield (
            f'<li id="event-{number}" class="{escape(event.factuality)}">'
            f'<button type="button" aria-expanded="false" aria-controls="more-{number}">'
            f'<span class="when">{escape(words.when(event))}</span> {standing_mark(event.factuality)}'
            f'<span class="label">{escape(event.label)}</span> '
            f'<span class="standing">{escape(words.factuality(event.factuality))}</span></button>'
            f'<div class="more" id="more-{number}" hidden></div></li>\n'
        )
    yield "</ol>\n"


def filters(story: Timeline, words: Words) -> Iterator[str]:
    """Yield the form that narrows the list, the picture and the marks in the text; the script brings it to life."""
    if not story.events:
        return
    yield f'<form class="filters" hidden aria-label="{escape(words("filter"))}">\n'
    yield f'<label>{escape(words("search"))} <input type="search" name="words" autocomplete="off"></label>\n'
    yield from _entity_choice(story, words)
    yield from _type_choice(story, words)
    yield from _standing_choice(story, words)
    if len(story) > wall_size(len(story)):
        yield f'<label><input type="checkbox" name="minor"> {escape(words("all_events"))}</label>\n'
    yield f'<button type="reset">{escape(words("clear"))}</button>\n<output aria-live="polite"></output>\n</form>\n'


def roles_table(story: Timeline, words: Words) -> Iterator[str]:
    """Yield who held which role where, since and until when."""
    tenures = story.roles()
    if not tenures:
        return
    numbers = {event.id: number for number, event in enumerate(story.events)}
    heads = "".join(
        f'<th scope="col">{escape(words(key))}</th>'
        for key in ("person", "role", "organisation", "status", "since", "until", "events")
    )
    yield f'<details class="roles"><summary>{escape(words("roles"))} ({len(tenures)})</summary>\n'
    yield f'<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>\n'
    for tenure in tenures:
        organisation = tenure.organisation.name if tenure.organisation else "–"
        ends = (words.time(time) if time else "–" for time in (tenure.since, tenure.until))
        told = (tenure.role, organisation, words.tenure(tenure.status), *ends)
        cells = "".join(f"<td>{escape(text)}</td>" for text in told)
        links = " ".join(_link(event, numbers[event.id]) for event in tenure.events if event.id in numbers)
        yield f'<tr><th scope="row">{escape(tenure.person.name)}</th>{cells}<td>{links}</td></tr>\n'
    yield "</tbody></table></div></details>\n"


def standing_mark(factuality: str) -> str:
    """Return the mark of a standing as a small picture of its own."""
    return (
        f'<svg class="tl glyph" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">'
        f'<g class="{escape(factuality)}">{glyph(factuality, 0, 0)}</g></svg>'
    )


def _link(event: Event, number: int) -> str:
    return f'<a href="#event-{number}" data-event="{number}">{escape(event.label)}</a>'


def _entity_choice(story: Timeline, words: Words) -> Iterator[str]:
    active = _active(story)
    yield f'<label>{escape(words("who"))} <select name="entity"><option value="">{escape(words("all"))}</option>'
    for type_, heading in _KINDS:
        members = [(number, entity) for number, entity in enumerate(story.entities) if entity.type == type_]
        members = [member for member in members if active[member[1].id]]
        if members:
            yield f'<optgroup label="{escape(words(heading))}">'
            yield from (_option(str(number), entity.name, active[entity.id]) for number, entity in members)
            yield "</optgroup>"
    yield "</select></label>\n"


def _type_choice(story: Timeline, words: Words) -> Iterator[str]:
    types = Counter(event.type for event in story.events)
    yield f'<label>{escape(words("type"))} <select name="type"><option value="">{escape(words("all"))}</option>'
    yield from (_option(name, words.type(name), types[name]) for name in sorted(types))
    yield "</select></label>\n"


def _standing_choice(story: Timeline, words: Words) -> Iterator[str]:
    standings = Counter(event.factuality for event in story.events)
    yield f"<fieldset><legend>{escape(words('standing'))}</legend>"
    for name in (name for name in FACTUALITIES if standings[name]):
        yield (
            f'<label><input type="checkbox" name="standing" value="{name}" checked>{standing_mark(name)}'
            f"{escape(words.factuality(name))} <small>{standings[name]}</small></label>"
        )
    yield "</fieldset>\n"


def _option(value: str, text: str, number: int) -> str:
    return f'<option value="{escape(value)}">{escape(text)} ({number})</option>'


def _active(story: Timeline) -> Counter[str]:
    """Count the events of each entity, once however many parts it plays."""
    counts: Counter[str] = Counter()
    for event in story.events:
        players = {player.id for group in event.participants.values() for player in group if isinstance(player, Entity)}
        if isinstance(event.source, Entity):
            players.add(event.source.id)
        counts.update(players)
    return counts
