"""The caller's text behind a spaCy Doc, and mentions cut from it.

The Doc may hold a text with plain apostrophes and spaces in place of typographic ones, always one character for one, so
offsets are the same in both; what a `Mention` quotes is the caller's own text, but for what is composed while the text
is read (accents apart from their letters, several blanks between words).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from spacy.tokens import Doc, Span, Token

from timeline.model.document import Document
from timeline.model.mention import Mention
from timeline.stages.composition import compose
from timeline.syntax import Word

SOURCE_KEY = "timeline_source"


def source_of(doc: Doc) -> Document:
    """Return the document a Doc was made from; made from the Doc's own text when nothing was noted."""
    noted = doc.user_data.get(SOURCE_KEY)
    if noted is None:
        noted = note_source(doc, Document(doc.text))
    return Document(
        noted["text"],
        lang=noted["lang"],
        id=noted["id"],
        unrelated=tuple((start, end) for start, end in noted["unrelated"]),
    )


def note_source(doc: Doc, document: Document) -> dict[str, Any]:
    """Write a document into a Doc as plain values, which survive between processes.

    A text with accents apart from their letters or with several blanks between words is read composed
    (`timeline.stages.composition`): offsets are those of the composed text until the timeline is made. A Doc that
    another tokenizer made holds the text as it was given.
    """
    text, given = compose(document.text), None
    if text != document.text:
        text, given = (text, document.text) if len(text) == len(doc.text) else (document.text, None)
    noted: dict[str, Any] = {
        "text": text,
        "given": given,
        "lang": document.lang,
        "id": document.id,
        "unrelated": [list(span) for span in document.unrelated],
    }
    doc.user_data[SOURCE_KEY] = noted
    return noted


def given_text(doc: Doc) -> str | None:
    """Return the caller's text where the Doc holds a composed one, None where their offsets are the same."""
    given: str | None = doc.user_data.get(SOURCE_KEY, {}).get("given")
    return given


def note_unrelated(doc: Doc, spans: tuple[tuple[int, int], ...]) -> None:
    """Note the parts of a Doc that belong to another story."""
    source_of(doc)
    doc.user_data[SOURCE_KEY]["unrelated"] = [list(span) for span in spans]


_letters: WeakKeyDictionary[Doc, str] = WeakKeyDictionary()


def letters_of(doc: Doc) -> str:
    """Return ``doc.text``, which spaCy puts together anew, token by token, at each access."""
    known = _letters.get(doc)
    if known is None:
        known = _letters[doc] = doc.text
    return known


def mention_at(doc: Doc, start: int, end: int, *, kind: str = "") -> Mention:
    """Return the caller's text between two character offsets, half-open, without white space at its edges.

    spaCy's line breaks are tokens, and parsers hang them on the last word of a line.
    """
    noted = doc.user_data.get(SOURCE_KEY) or note_source(doc, Document(doc.text))
    text = noted["text"][start:end]
    if text[:1].isspace() or text[-1:].isspace():
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        text = noted["text"][start:end]
    return Mention(text, start, end, noted["id"], kind)


def mention_of(tokens: Span | Token | Word | Sequence[Word], *, kind: str = "") -> Mention:
    """Return the mention that covers words, of spaCy's or of `timeline.syntax`."""
    if isinstance(tokens, Word):
        return mention_at(tokens.source, tokens.idx, tokens.idx + len(tokens), kind=kind)
    if isinstance(tokens, Token):
        return mention_at(tokens.doc, tokens.idx, tokens.idx + len(tokens), kind=kind)
    if isinstance(tokens, Span):
        return mention_at(tokens.doc, tokens.start_char, tokens.end_char, kind=kind)
    return mention_at(tokens[0].source, tokens[0].idx, tokens[-1].idx + len(tokens[-1]), kind=kind)


def related_sentences(doc: Doc) -> Iterator[Span]:
    """Yield the sentences that belong to the document's story."""
    spans = source_of(doc).unrelated
    for sentence in doc.sents:
        if not spans or not any(start <= sentence.start_char < end for start, end in spans):
            yield sentence
