"""Futures and conditionals by their form, which models often take for presents and imperfects."""

from __future__ import annotations

from timeline.languages.contract import VerbForms, VerbWords
from timeline.languages.grammar import Form
from timeline.syntax.voice import VERBAL
from timeline.syntax.words import Word


def is_conditional(word: Word, words: VerbWords) -> bool:
    """Tell a conditional by its form, which models often take for an imperfect."""
    return Form.CONDITIONAL in word.form or _has_ending(word, words.forms.conditional_endings, words.forms)


def is_future(word: Word, words: VerbWords) -> bool:
    """Tell a future by its form too, which models often take for a present (« fermerons »)."""
    return Form.FUTURE in word.form or _has_ending(word, words.forms.future_endings, words.forms)


def _has_ending(word: Word, endings: tuple[str, ...], forms: VerbForms) -> bool:
    if not endings or word.pos_ not in VERBAL or not word.lower_.endswith(endings):
        return False
    lemma, infinitive, stems = word.lemma_, forms.infinitive, forms.stems
    stem = lemma.removesuffix(forms.dropped) if lemma.endswith(infinitive + forms.dropped) else lemma
    if infinitive and stem.endswith(infinitive) and any(word.lower_ == stem + ending for ending in endings):
        return True
    return any(word.lower_.endswith(stem + ending) for stem in stems for ending in endings if len(stem) > 3) or any(
        word.lower_ == stem + ending for stem in stems for ending in endings
    )
