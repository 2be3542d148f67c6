"""Texts that broke the library once, and why."""

import json
from pathlib import Path

import pytest

import timeline

from .invariants import FORMATS, answers, hold

FOUND = [json.loads(line) for line in (Path(__file__).parent / "found.jsonl").read_text("utf8").splitlines()]


@pytest.mark.parametrize("case", FOUND, ids=[case["why"][:50] for case in FOUND])
def test_it_is_read_now(case):
    story = timeline.extract(case["text"], date="2023-11-20", lang=case["lang"])
    hold(story)
    answers(story, formats=FORMATS)
