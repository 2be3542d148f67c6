"""Every rule of every language does what its own examples say."""

import pytest

from timeline.languages import available_languages, get_language
from timeline.stages.times.rules import grammar_of

REFERENCE = "2023-11-20"
LANGUAGES = [code for code in available_languages() if get_language(code).times.rules]


def rules(code):
    return get_language(code).times.rules


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_examples(code):
    assert [rule.name for rule in rules(code) if not rule.examples and not rule.negatives] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_rule_names_are_unique(code):
    names = [rule.name for rule in rules(code)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("code", LANGUAGES)
def test_examples(code, read_times):
    rows = [(rule.name, *example) for rule in rules(code) for example in rule.examples]
    results = read_times(code, [row[1] for row in rows], [REFERENCE] * len(rows))
    wrong = []
    for (name, text, span, value), times in zip(rows, results, strict=True):
        found = [(time.rule, time.mention.text, time.timex3) for time in times]
        if (name, span, value) not in found:
            wrong.append((name, text, span, value, found))
    assert wrong == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_negatives(code, read_times):
    rows = [(rule.name, text) for rule in rules(code) for text in rule.negatives]
    results = read_times(code, [text for _, text in rows], [REFERENCE] * len(rows))
    assert [(row, str(times[0].mention)) for row, times in zip(rows, results, strict=True) if times] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_set_of_classes_has_its_own_symbol(code):
    symbols = list(grammar_of(get_language(code)).lexicon.symbols.values())
    assert len(symbols) == len(set(symbols))
