"""Words of events in the caller's text; the words themselves are `timeline.syntax`'s."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.mention import Mention
from timeline.stages.source import mention_at, source_of
from timeline.syntax.words import Features, Sentence, Word, sentences_of, words_of

__all__ = [
    "Features", "Sentence", "Word", "mention_of", "related_words", "sentence_of", "sentences_of", "words_of",
]  # fmt: skip


def related_words(words: Sequence[Word]) -> list[Word]:
    """Return the words that belong to the document's own story."""
    spans = source_of(words[0].source).unrelated if words else ()
    if not spans:
        return list(words)
    return [
        word
        for sentence in sentences_of(words)
        if not any(start <= sentence.words[0].idx < end for start, end in spans)
        for word in sentence.words
    ]


def mention_of(word: Word) -> Mention:
    """Return the mention that covers a word."""
    return mention_at(word.source, word.idx, word.idx + len(word.text))


def sentence_of(word: Word) -> Mention:
    """Return the mention that covers a word's sentence."""
    last = word.doc[word.sent.end - 1]
    return mention_at(word.source, word.doc[word.sent.start].idx, last.idx + len(last.text))
