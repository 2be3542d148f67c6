"""The table of confidences is what explanations speak of."""

import pytest

from timeline.languages import available_languages, get_language
from timeline.stages.claims import WEIGHTS, claim

RULES = sorted({name.partition(":")[0] for name in WEIGHTS})


@pytest.mark.parametrize("code", available_languages())
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained_in_every_language(code, rule):
    assert get_language(code).explanation.rules[rule]


@pytest.mark.parametrize("name", WEIGHTS)
def test_confidences_are_shares(name):
    assert 0 < WEIGHTS[name] <= 1


def test_a_case_of_a_rule_has_its_own_confidence_and_the_rules_name():
    plain, case = (claim("e1", "e2", "BEFORE", "natural order", None, case=case) for case in ("", "a return"))
    assert plain.evidence.rule == case.evidence.rule == "natural order"
    assert case.confidence < plain.confidence
