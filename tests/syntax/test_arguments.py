"""Who does what, on parses written down in tests/corpus/<lang>/arguments.jsonl: no model is needed."""

import pytest
from parsed_rows import doc_of, table

from timeline.syntax import words_of
from timeline.syntax.arguments import arguments
from timeline.syntax.functions import grammar_at

ROWS = [pytest.param(code, row, id=f"{row['text']} [{row['word']}]") for code, row in table("arguments")]


@pytest.mark.parametrize(("code", "row"), ROWS)
def test_arguments(code, row):
    doc = doc_of(code, row["words"])
    word = next(word for word in words_of(doc) if word.text == row["word"])
    found = arguments(word, grammar_at(word))
    assert [f"{argument.slot} {argument.token.text}" for argument in found] == row["slots"]
