"""The words of the text that tell an event, cut to what fits beside a headline."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.event import Event

_LONGEST = 200  # characters of a sentence that is told whole
_BEFORE, _AFTER = 80, 110  # characters kept on each side of the word that tells it
_DASHES = "–—- \u00a0"  # a sentence may begin with the dash of a list or a dateline
_QUOTES = '«“"„'


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a sentence: the word that tells the event, and what stands before and after it.

    `is_quoted` tells that the text's own quotation marks stand around it.
    """

    before: str
    word: str
    after: str
    is_quoted: bool = False


def excerpt_of(event: Event) -> Excerpt:
    """Return the words around an event's trigger; of a long sentence what is next to it.

    Examples
    --------
    >>> import timeline
    >>> story = timeline.extract("– Anna Berg a quitté Volta vendredi.", date="2023-11-21", lang="fr")
    >>> excerpt_of(story[0])
    Excerpt(before='Anna Berg a ', word='quitté', after=' Volta vendredi.', is_quoted=False)
    """
    passage, trigger = event.passage, event.trigger
    text = event.sentence
    start = trigger.start - passage.start if passage is not None and passage.document == trigger.document else -1
    end = start + len(trigger.text)
    if text[max(start, 0) : end] != trigger.text or start < 0:
        return Excerpt(_flat(text), "", "")
    before, after = _flat(text[:start]).lstrip(_DASHES), _flat(text[end:]).rstrip()
    if len(before) + len(after) > _LONGEST:
        before, after = _last(before, _BEFORE), _first(after, _AFTER)
    return Excerpt(before, _flat(trigger.text), after, (before or trigger.text)[:1] in _QUOTES)


def _flat(text: str) -> str:
    """Return a text on one line; a blank at either end stays one."""
    words = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{words}{' ' if words and text[-1:].isspace() else ''}"


def _first(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def _last(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return "… " + text[-length:].split(" ", 1)[-1]
