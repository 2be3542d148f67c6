"""English words behind inflected forms that the model's lemmatizer gets wrong ("fined" is no form of "fin")."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.languages.contract import Word

ENDINGS = (
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ies", "y"),
    ("es", "e"),
    ("es", ""),
    ("s", ""),
    ("ing", "e"),
    ("ing", ""),
)


def lemmas(token: Word) -> Iterator[str]:
    """Yield what the dictionary form of a word may be, judged by its ending.

    Examples
    --------
    >>> import spacy
    >>> list(lemmas(spacy.blank("en")("fined")[0]))
    ['fine', 'fin']
    """
    form = token.lower_
    for ending, replacement in ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            yield stem + replacement
            if ending in {"ed", "ing"} and not replacement and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
