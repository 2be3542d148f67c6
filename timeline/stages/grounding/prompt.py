"""The question to another reader: instructions, what the library found by id, and the text, in the text's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.languages.base import available_languages, get_language
from timeline.languages.contract import ProposalWords
from timeline.model.document import Document
from timeline.model.time import TimeValue
from timeline.model.timeline import Timeline

OTHERWISE = "en"  # the language that is asked in where a language has no words of its own
MOST_LISTED = 200  # names, and times, in one prompt
# An answer to nothing, which shows the form shorter than its schema does.
FORM = """{"events": [{"quotes": [["…", 0]], "label": "…", "did": ["…"], "to": ["…"], "fact": "factual",
             "time": "…", "start": null, "end": null, "rank": 1}],
 "order": [0, [1, 2]],
 "roles": [{"person": "…", "role": "…", "organisation": "…", "status": "current"}]}"""


def proposal_prompt(document: Document | str) -> str:
    """Return a prompt that asks any model, or a person, for a proposal on a text.

    Parameters
    ----------
    document : Document or str
        As `timeline.extract` takes it. The library reads it for its times and names, which the answer may give by id.

    Returns
    -------
    str
        Instructions in the text's language, the form of the answer, times and names, and the text in numbered
        paragraphs. Nothing is sent anywhere; the answer, read as JSON, is what ``extract(…, proposals=…)`` takes.

    Examples
    --------
    >>> prompt = proposal_prompt(Document("Anna Berg left Volta on Friday.", date="2023-11-20", lang="en"))
    >>> print(prompt[prompt.index("Times found") :])
    Times found in the text already:
    t1: "Friday" = 2023-11-17
    <BLANKLINE>
    People, organisations and places found in the text already:
    x1: Anna Berg (PERSON)
    x2: Volta (ORGANISATION)
    <BLANKLINE>
    The text, paragraphs numbered (the numbers are no part of it):
    [1] Anna Berg left Volta on Friday.
    <BLANKLINE>
    """
    from timeline.stages.extraction import extract  # which asks this room for what the caller proposes

    story = extract(document)
    source = story.documents[0]
    words = _words(source.lang or "")
    published = f"{words.published} {source.date}" if source.date else ""
    parts = (
        *words.task,
        f"{words.form}\n{FORM}",
        published,
        _listed(words.times, _times(story.times)),
        _listed(words.names, _names(story)),
        f"{words.text}\n{_numbered(source.text)}",
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _words(lang: str) -> ProposalWords:
    own = get_language(lang).proposals if lang in available_languages() else ProposalWords()
    return own if own.task else get_language(OTHERWISE).proposals


def _listed(title: str, lines: Iterable[str]) -> str:
    found = list(lines)[:MOST_LISTED]
    return "\n".join((title, *found)) if found else ""


def _times(times: Iterable[TimeValue]) -> Iterator[str]:
    for time in times:
        if time.mention is not None:
            yield f'{time.id}: "{" ".join(time.mention.text.split())}" = {time.timex3}'


def _names(story: Timeline) -> Iterator[str]:
    for entity in story.entities:
        aliases = f"; {', '.join(entity.aliases)}" if entity.aliases else ""
        yield f"{entity.id}: {entity.name} ({entity.type}{aliases})"


def _numbered(text: str) -> str:
    paragraphs = (line for line in text.splitlines() if line.strip())
    return "\n".join(f"[{number}] {line}" for number, line in enumerate(paragraphs, start=1))
