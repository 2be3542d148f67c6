"""JSON both ways, and its schema."""

import json

import jsonschema
import pytest

import timeline
from timeline.formats.json import schema

TEXTS = [
    ("fr", "Anna Berg a quitté Volta vendredi, selon la presse. Le lendemain, le conseil a nommé Jean Roux."),
    ("en", "The board of Volta fired Anna Berg on Friday. Jean Roux may replace her next month."),
    ("fr", ""),
    ("fr", "« L’affaire » \u00a0: <b>gras</b> & \ud83d fin, le 3 mai 2021."),
]


@pytest.fixture(params=TEXTS, ids=["french", "english", "empty", "odd characters"])
def story(request):
    lang, text = request.param
    return timeline.extract(text, date="2023-11-20", lang=lang)


def test_dicts_and_text_read_back_equal(story, tmp_path):
    assert timeline.Timeline.from_dict(story.to_dict()) == story
    assert timeline.Timeline.from_json(story.to_json()) == story
    story.to_json(tmp_path / "story.json")
    assert timeline.Timeline.from_json(tmp_path / "story.json") == story


def test_the_schema_describes_it(story):
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(story.to_json()), schema())


def test_what_was_read_back_answers_the_same(story):
    again = timeline.Timeline.from_json(story.to_json())
    assert again.order() == story.order()
    assert again.anchored(None) == story.anchored(None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 1, column 2"),
        ("{}", "format"),
        ('{"format": "timeline", "version": 99}', "99"),
        ('{"format": "timeline", "version": 1}', "damaged"),
    ],
)
def test_what_is_no_timeline_is_refused(text, message):
    with pytest.raises(timeline.FormatError, match=message):
        timeline.Timeline.from_json(text)
