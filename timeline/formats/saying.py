"""What formats for readers say of an event in words: its sentence, who, how sure, who says so, when where unsure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from timeline.display.dating import TOLD, when_of
from timeline.display.words import Words
from timeline.model.entity import ORGANISATION, PERSON, Entity
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_LONGEST_TITLE = 140  # characters of a first line that may be a headline
_NAMED = 2  # names in the title of a merged story


def said_of(event: Event, words: Words) -> Iterator[str]:
    """Yield lines: the sentence, who takes part, and whatever makes it less than a dated fact.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("Selon Volta, Anna Berg pourrait partir.", date="2023-11-20", lang="fr")
    >>> words = timeline.display.words.words_of(story)
    >>> list(said_of(story[0], words))[-2:]
    ['Statut : possible', 'Date : sans date']
    """
    if sentence := " ".join(event.sentence.split()):
        yield sentence
    if players := words.players(event):
        yield ", ".join(players)
    if event.source is not None:
        yield f"{words('source')} {event.source}"
    if event.factuality != "factual":
        yield _pair("standing", words.factuality(event.factuality), words)
    when = when_of(event)
    if when is None or when.basis != TOLD:
        yield _pair("date", words.when(event), words)


def _pair(key: str, value: str, words: Words) -> str:
    return words("pair").format(name=words(key), value=value)


def title_of(story: Timeline, words: Words) -> str:
    """Return the document's title, its first line where that is short enough to be one, or who a merged story is about.

    Examples
    --------
    >>> from timeline.display.words import words_in
    >>> title_of(Timeline(), words_in("fr"))
    'Chronologie'
    """
    if headline := headline_of(story):
        return headline
    names = [entity.name for entity, _ in _most_told(story)]
    return words("pair").format(name=words("timeline"), value=", ".join(names)) if names else words("timeline")


def _most_told(story: Timeline) -> list[tuple[Entity, int]]:
    """Return the two people or organisations that most events of a story are about, with how many those are."""
    players = (
        {player for group in event.participants.values() for player in group if isinstance(player, Entity)}
        for event in story.events
    )
    counts = Counter(player for group in players for player in group if player.type in (PERSON, ORGANISATION))
    return sorted(counts.items(), key=_by_count)[:_NAMED]


def _by_count(told: tuple[Entity, int]) -> tuple[int, str]:
    return -told[1], told[0].id


def headline_of(story: Timeline) -> str | None:
    """Return what a story of one document calls itself, None where nothing does; no document speaks for several.

    Examples
    --------
    >>> from timeline.model.document import Document
    >>> headline_of(Timeline(documents=(Document("Elle part vendredi.", title="Anna Berg quitte Volta"),)))
    'Anna Berg quitte Volta'
    """
    if len(story.documents) != 1:
        return None
    (document,) = story.documents
    first, _, more = document.text.strip().partition("\n")
    return document.title or (first.strip() if more and 0 < len(first) <= _LONGEST_TITLE else None)
