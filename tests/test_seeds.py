"""The stories in seeds/ against their checked timelines."""

import json
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import timeline

SEEDS = Path(__file__).parent.parent / "seeds"
CHECKS = {path.stem: json.loads(path.read_text("utf8")) for path in sorted(SEEDS.glob("*.json"))}


@cache
def story_of(name, dated=True):
    check = CHECKS[name]
    text = (SEEDS / check["text"]).read_text("utf8")
    return timeline.extract(text, date=check["date"] if dated else None)


def with_trigger(story, word):
    found = [event for event in story if word in {mention.text for mention in event.mentions}]
    assert found, f"no event {word!r}"
    return min(found, key=lambda event: int(event.id[1:]))  # the one told first


def entity_named(story, name):
    return next(entity for entity in story.entities if entity.name == name)


def rows(key):
    gaps = {(name, tuple(gap["row"])): gap["reason"] for name, check in CHECKS.items() for gap in check.get("gaps", ())}
    return [
        pytest.param(name, row, id=f"{name}-{_title(row)}", marks=_known_gap(gaps.get((name, tuple(row)))))
        for name, check in CHECKS.items()
        for row in check[key]
    ]


def _known_gap(reason):
    return [pytest.mark.xfail(strict=True, reason=reason)] if reason else []


def _title(row):
    if isinstance(row, dict):
        return str(row.get("text") or (row.get("person") and row.get("role")) or row.get("mentions", [""])[0])
    return "-".join(row)


@pytest.mark.parametrize("name", CHECKS)
def test_the_language_is_detected(name):
    assert story_of(name).documents[0].lang == CHECKS[name]["lang"]


@pytest.mark.parametrize("name", CHECKS)
def test_every_name_is_one_entity_of_the_right_type(name):
    story, check = story_of(name), CHECKS[name]
    assert {person.name for person in story.people} == set(check["people"])
    assert {organisation.name for organisation in story.organisations} == set(check["organisations"])


@pytest.mark.parametrize("name", CHECKS)
def test_mentions_are_exact_and_joined(name):
    story, check = story_of(name), CHECKS[name]
    text = story.documents[0].text
    for entity in story.entities:
        assert all(text[mention.start : mention.end] == mention.text for mention in entity.mentions)
    for entity_name, wanted in check["chains"].items():
        entity = entity_named(story, entity_name)
        assert set(wanted) <= {entity.name, *entity.aliases}


@pytest.mark.parametrize("name", CHECKS)
def test_another_story_on_the_page_is_left_out(name):
    story, check = story_of(name), CHECKS[name]
    start = story.documents[0].text.index(check["unrelated"])
    assert all(mention.end <= start for event in story for mention in event.mentions)
    assert all(mention.end <= start for entity in story.entities for mention in entity.mentions)


@pytest.mark.parametrize(("name", "row"), rows("times"))
def test_times(name, row):
    found = {time.mention.text: time.timex3 for time in story_of(name).times if time.mention}
    assert row["value"] in [value for text, value in found.items() if row["text"] in text]


@pytest.mark.parametrize(("name", "row"), rows("events"))
def test_events(name, row):
    story = story_of(name)
    event = with_trigger(story, row["mentions"][0])
    assert set(row["mentions"]) <= {mention.text for mention in event.mentions}
    assert event.factuality == row["factuality"]
    assert event.type == row.get("type", event.type)
    if "day" in row:
        assert event in story.on(row["day"])
    assert "time" not in row or str(event.time) == row["time"]
    if "person" in row:
        assert event in story.involving(row["person"])


def order_rows():
    """Return each pair with and without a reference date; a gap's ``dated`` says in which of the two it is one."""
    for name, check in CHECKS.items():
        gaps = {(tuple(gap["row"]), gap["dated"]): gap["reason"] for gap in check.get("gaps", ()) if "dated" in gap}
        for row, dated in product(check["order"], (True, False)):
            marks = _known_gap(gaps.get((tuple(row), dated)))
            yield pytest.param(name, row, dated, id=f"{name}-{_title(row)}-{dated}", marks=marks)


@pytest.mark.parametrize(("name", "row", "dated"), list(order_rows()))
def test_order_with_and_without_a_reference_date(name, row, dated):
    story = story_of(name, dated)
    assert story.relation(with_trigger(story, row[0]), with_trigger(story, row[1])) in ("BEFORE", "IBEFORE")


@pytest.mark.parametrize(("name", "row"), rows("roles"))
def test_roles(name, row):
    tenures = [tenure for tenure in story_of(name).roles() if tenure.person.name == row["person"]]
    matching = [tenure for tenure in tenures if row["role"] in tenure.role]
    assert matching
    if "organisation" in row:
        assert row["organisation"] in {tenure.organisation.name for tenure in matching if tenure.organisation}


@pytest.mark.parametrize("name", CHECKS)
def test_reading_with_a_date_and_anchoring_later_agree(name):
    assert story_of(name, False).anchored(CHECKS[name]["date"]) == story_of(name)


@pytest.mark.parametrize("name", CHECKS)
def test_undated_events_have_bounds(name):
    story = story_of(name)
    bounded = [event for event in story if event.time is None and event.earliest and event.latest]
    assert bounded
    assert all(event.earliest < event.latest for event in bounded)
