"""French words behind inflected forms that the model's lemmatizer gets wrong (« évincées » taken for a noun)."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.contract import Word

ENDINGS = {
    "ées": "er", "ée": "er", "és": "er", "é": "er", "ies": "ir", "ie": "ir", "is": "ir", "i": "ir", "ues": "re",
    "ue": "re", "us": "re", "u": "re", "ant": "er", "èrent": "er", "a": "er", "e": "er", "ent": "er",
}  # fmt: skip


def lemmas(token: Word) -> Iterator[str]:
    """Yield what the dictionary form of a verb, or the singular of a noun, may be, judged by its ending.

    Examples
    --------
    >>> import spacy
    >>> list(lemmas(spacy.blank("fr")("évincées")[0]))
    ['évincée', 'évincer']
    """
    form = token.lower_
    if form.endswith("s"):
        yield form[:-1]
    for ending, replacement in ENDINGS.items():
        if form.endswith(ending) and len(form) > len(ending) + 2:
            yield form[: -len(ending)] + replacement
            return
