"""Verb groups, on parses written down in tests/corpus/<lang>/verb_groups.jsonl: no model is needed."""

import pytest
from parsed_rows import doc_of, table

from timeline.syntax import words_of
from timeline.syntax.verbs import clause_verb, verb_group

ROWS = [pytest.param(code, row, id=f"{row['text']} [{row['verb']}]") for code, row in table("verb_groups")]


def word_in(code, row):
    doc = doc_of(code, row["words"])
    return doc, next(word for word in words_of(doc) if word.text == row["verb"])


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_verb_groups(code, row):
    _, verb = word_in(code, row)
    assert repr(verb_group(verb)) == f"VerbGroup({row['verb']!r}, {row['group']})"


def test_a_group_is_read_once():
    _, verb = word_in(*next(table("verb_groups")))
    assert verb_group(verb) is verb_group(verb)


def test_what_has_no_group():
    _, verb = word_in(*next(table("verb_groups")))
    assert verb_group(verb.doc[0]) is None
    assert clause_verb(verb.doc[0]) == verb
