"""Typography made plain, one character for one, so that no offset moves.

Letters with combining accents (Unicode NFD, "e" and U+0301 for "é") are another matter: `timeline.stages.composition`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from timeline.model.document import Document
from timeline.stages.composition import compose
from timeline.stages.reading.casing import PartsOfSpeech
from timeline.stages.reading.lines import unwrapped
from timeline.stages.reading.shouting import softened
from timeline.stages.reading.titlecase import lowered
from timeline.stages.source import note_source

# Unicode's variants of the apostrophe, the space and the hyphen, which the models know only in their plain forms.
_APOSTROPHES = "\u2019\u2018\u02bc\u2032\uff07"
_SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003\u200a\u3000\u200b\ufeff"
_HYPHENS = "\u2010\u2011\u00ad"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f"
_TABLE: dict[int, str] = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    # Half a surrogate pair cannot be encoded, and spaCy encodes every string it meets.
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def plain(text: str) -> str:
    """Return `text` with plain apostrophes, spaces, hyphens and quotation marks; as long as before.

    Examples
    --------
    >>> plain("l’équipe d’OpenAI")
    "l'équipe d'OpenAI"
    """
    return text.translate(_TABLE)


class TypographyTokenizer:
    """A spaCy tokenizer that reads plain typography and case, and notes the caller's own text in the Doc.

    A class because spaCy's ``nlp.tokenizer`` must pickle and serialise.
    """

    def __init__(self, tokenizer: Tokenizer, dictionary: PartsOfSpeech | None = None) -> None:
        self.tokenizer = tokenizer
        self.dictionary = dictionary

    def __call__(self, text: str) -> Doc:
        """Tokenize one text."""
        lang = self.tokenizer.vocab.lang
        written = unwrapped(plain(compose(text)), lang)
        for change in (lowered, softened):
            written = change(written, lang, self._is_function_word, self.dictionary)
        doc: Doc = self.tokenizer(written)
        note_source(doc, Document(text))
        return doc

    def _is_function_word(self, word: str) -> bool:
        return bool(self.tokenizer.vocab[word].is_stop)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:  # noqa: ARG002 (spaCy passes it)
        """Tokenize many texts."""
        return map(self, texts)

    def to_bytes(self, *, exclude: tuple[str, ...] = ()) -> bytes:
        """Serialise the tokenizer inside."""
        return bytes(self.tokenizer.to_bytes(exclude=exclude))

    def from_bytes(self, data: bytes, *, exclude: tuple[str, ...] = ()) -> TypographyTokenizer:
        """Restore the tokenizer inside."""
        self.tokenizer.from_bytes(data, exclude=exclude)
        return self

    def to_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Save the tokenizer inside."""
        self.tokenizer.to_disk(path, exclude=exclude)

    def from_disk(self, path: str | Path, *, exclude: tuple[str, ...] = ()) -> TypographyTokenizer:
        """Restore the tokenizer inside."""
        self.tokenizer.from_disk(path, exclude=exclude)
        return self

    def __getattr__(self, name: str) -> Any:
        # Only what is not found here; guarded because unpickling asks before __init__ has run.
        if name == "tokenizer":
            raise AttributeError(name)
        return getattr(self.tokenizer, name)
