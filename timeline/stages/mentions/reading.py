"""What every rule of mentions and roles reads: the text, its language's words, and who has been found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from timeline.languages import Language
from timeline.stages.mentions.chains import Story
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.rolewords import RoleWords
from timeline.stages.names.text import text_of
from timeline.syntax import Word


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed document, the words of its language, and the chains of its story.

    ``is_impersonal`` is the language's rule for pronouns that mean nobody (« il pleut »).
    """

    doc: Doc
    lexicon: Lexicon
    roles: RoleWords
    story: Story
    is_impersonal: Callable[[Word], bool]


def reading_of(doc: Doc, language: Language, story: Story) -> Reading:
    """Return a document with the words of its language and a story's chains."""
    text = text_of(doc, language)
    rules = language.entities_rules
    return Reading(doc, text.lexicon, text.roles, story, rules.is_impersonal if rules is not None else _never)


def _never(_word: Word) -> bool:
    return False
