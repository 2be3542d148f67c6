"""The form under which mentions of one name are counted as the same."""

from __future__ import annotations

from spacy.tokens import Doc

from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.name import Name


def key_of(doc: Doc, name: Name, lexicon: Lexicon) -> str:
    """Return a name without case, accents, hyphens, article, « groupe » and legal form.

    « le groupe Bolloré », « Bolloré » and « Bolloré SA » are one; a name that would be nothing else is left whole.
    """
    words = fold(doc[name.start : name.end].text).split()
    opening = lexicon.words.names.droppable
    closing = lexicon.folded_legal_forms
    while len(words) > 1 and words[0] in opening:
        words = words[1:]
    while len(words) > 1 and words[-1] in closing:
        words = words[:-1]
    return " ".join(words)
