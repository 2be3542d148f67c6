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


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "begins with"),
        (".", "cannot be read"),
        ("missing.json", "cannot be read"),
        ('{"a": ' * 100_000, "deeper"),
        ('{"a": ' + "1" * 10_000 + "}", "number"),
        ('{"a": NaN}', "NaN"),
        (17, "int"),
    ],
)
def test_what_is_no_json_of_a_timeline_is_refused(source, message):
    with pytest.raises(timeline.TimelineError, match=message):
        timeline.Timeline.from_json(source)


def test_a_byte_order_mark_is_no_part_of_it(tmp_path):
    text = "\ufeff" + timeline.Timeline().to_json()
    (tmp_path / "story.json").write_text(text, encoding="utf8")
    assert timeline.Timeline.from_json(text) == timeline.Timeline.from_json(tmp_path / "story.json")


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "story.json").write_bytes('{"é": 1}'.encode("latin-1"))
    with pytest.raises(timeline.FormatError, match="UTF-8"):
        timeline.Timeline.from_json(tmp_path / "story.json")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("events", 0, "trigger", "start"), "4", r"events\[0\].trigger.start"),
        (("events", 0, "trigger", "start"), 10**9, "no such place"),
        (("events", 0, "trigger", "text"), "x", "other words"),
        (("events", 0, "factuality"), "sure", "factuality"),
        (("events", 0, "salience"), 7, "between 0 and 1"),
        (("events", 0, "confidence"), True, "confidence"),
        (("events", 0, "label"), None, "label"),
        (("events", 0, "id"), "t1", "two of events"),
        (("events", 0, "time"), "t99", "t99"),
        (("entities", 0, "aliases"), "abc", "array"),
        (("entities", 0, "type"), "DOG", "PERSON"),
        (("relations", 0, "source"), "e99", "e99"),
        (("relations", 0, "type"), "NEAR", "NEAR"),
        (("times", 0, "start"), "2023-11-17T00:00:00+01:00", r"times\[0\].start"),
        (("times", 0, "end"), "0001-01-01", "before it begins"),
        (("documents", 0, "unrelated"), [[0, 10**6]], "unrelated"),
    ],
)
def test_a_value_that_cannot_be_is_named(path, value, message):
    text = "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux."
    data = timeline.extract(text, date="2023-11-20", lang="fr").to_dict()
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    with pytest.raises(timeline.FormatError, match=message):
        timeline.Timeline.from_dict(data)
