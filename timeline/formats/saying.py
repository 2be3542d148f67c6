"""What formats for readers say of an event in words: its sentence, who, how sure, who says so, when where unsure."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.display.dating import TOLD, when_of
from timeline.display.words import Words
from timeline.model.event import Event
from timeline.model.timeline import Timeline

_LONGEST_TITLE = 140  # characters of a first line that may be a headline


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
    players = [
        f"{player} ({words.participant(role)})" for role, group in event.participants.items() for player in group
    ]
    if players:
        yield ", ".join(" ".join(player.split()) for player in players)
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
    """Return the first document's title, or its first line where that is short enough to be one.

    Examples
    --------
    >>> from timeline.display.words import words_in
    >>> title_of(Timeline(), words_in("fr"))
    'Chronologie'
    """
    for document in story.documents:
        first, _, more = document.text.strip().partition("\n")
        if document.title or (more and 0 < len(first) <= _LONGEST_TITLE):
            return document.title or first.strip()
    return words("timeline")
