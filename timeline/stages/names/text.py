"""What every rule of names reads: the parsed text and its language's words."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.stages.names.lexicon import Lexicon, lexicon_of
from timeline.stages.names.rolewords import RoleWords, role_words


@dataclass(frozen=True, slots=True)
class Text:
    """A parsed document with the words of its language.

    Attributes
    ----------
    by_model : bool
        Whether the model's names are trusted: see `timeline.stages.names.stage.find_names`. Cues that then gain nothing
        over WiNER-fr are not heard: things beside a name (« la sonde Cassini »).
    """

    doc: Doc
    lexicon: Lexicon
    roles: RoleWords
    by_model: bool = False


def text_of(doc: Doc, language: Language, *, by_model: bool = False) -> Text:
    """Return a document with the words of its language."""
    return Text(doc, lexicon_of(language), role_words(language), by_model)
