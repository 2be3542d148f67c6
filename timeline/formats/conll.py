"""CoNLL-U Plus: one word a line, with what the timeline says of it in columns.

The package ``conllu`` writes what it holds as its own token lists, which would have to be made out of ours first: for
joining cells with tabs that is no gain. The tests read all that is written here with that package.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.tokens import Token

from timeline.formats.files import save
from timeline.formats.words import Marked, Words, entity_mentions, event_mentions, time_mentions, tokenised
from timeline.model.document import Document
from timeline.model.timeline import Timeline

COLUMNS = (
    "ID",
    "FORM",
    "MISC",
    "TIMELINE:EVENT",
    "TIMELINE:EVENT_ID",
    "TIMELINE:TIME",
    "TIMELINE:TIME_ID",
    "TIMELINE:TIMEX3",
    "TIMELINE:ENTITY",
    "TIMELINE:ENTITY_ID",
)
_EMPTY = ("O", "_")


def to_conll(story: Timeline, path: str | Path | None = None) -> str:
    """Return a timeline's texts as CoNLL-U Plus, and write them to `path` when one is given.

    Columns are `COLUMNS`: MISC has character offsets into the text, EVENT, TIME and ENTITY are BIO tags
    (``B-OCCURRENCE``, ``I-DATE``, ``O``) and each has the id of what the word is a part of, ``_`` for nothing. Where
    mentions overlap, the one that begins first, and of these the longest, is written.
    """
    lines = [f"# global.columns = {' '.join(COLUMNS)}"]
    marked = [_by_document(marks) for marks in (event_mentions(story), time_mentions(story), entity_mentions(story))]
    values = {time.id: time.timex3 for time in story.times}
    for document in story.documents:
        lines.extend(_document(document, [marks.get(document.id, []) for marks in marked], values))
    return save("\n".join((*lines, "")), path)


def _by_document(marked: Iterable[Marked]) -> dict[str, list[Marked]]:
    documents: dict[str, list[Marked]] = defaultdict(list)
    for item in marked:
        documents[item.mention.document].append(item)
    return documents


def _document(document: Document, marked: Iterable[list[Marked]], values: Mapping[str, str]) -> Iterator[str]:
    doc = tokenised(document)
    words = Words(doc)
    events, times, entities = (_tags(words, marks) for marks in marked)
    yield f"# newdoc id = {_one_line(document.id)}"
    sentences = [sentence for sentence in doc.sents if sentence.text.strip()]
    for number, sentence in enumerate(sentences, start=1):
        yield f"# sent_id = {_one_line(document.id)}-{number}"
        yield f"# text = {_one_line(sentence.text)}"
        for position, word in enumerate((word for word in sentence if not word.is_space), start=1):
            time, time_id = times.get(word.i, _EMPTY)
            columns = (
                str(position),
                _one_line(word.text),
                _misc(word, document.text),
                *events.get(word.i, _EMPTY),
                time,
                time_id,
                values.get(time_id, "_"),
                *entities.get(word.i, _EMPTY),
            )
            yield "\t".join(columns)
        yield ""


def _misc(word: Token, text: str) -> str:
    end = word.idx + len(word)
    misc = f"start_char={word.idx}|end_char={end}"
    return misc if text[end : end + 1].isspace() else f"SpaceAfter=No|{misc}"


def _tags(words: Words, marked: Iterable[Marked]) -> dict[int, tuple[str, str]]:
    """Return BIO tag and id by the position of the word."""
    tags: dict[int, tuple[str, str]] = {}
    for item in sorted(marked, key=_place):
        covered = words.covered(item.mention)
        if not any(position in tags for position in covered):
            for position in covered:
                tags[position] = (f"{'B' if position == covered.start else 'I'}-{item.label}", item.id)
    return tags


def _place(item: Marked) -> tuple[int, int, str]:
    return item.mention.start, -item.mention.end, item.id


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "_"
