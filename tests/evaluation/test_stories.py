"""Told stories: read from files, scored, and printed by the command."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import timeline
from timeline.cli import app
from timeline.evaluation import read_stories, read_story, score_story
from timeline.evaluation.scores.stories import FIGURES, StoryScores
from timeline.evaluation.stories import ToldEvent, ToldStory, Window, spans_of
from timeline.model import Entity, Event, Participants, Relation, Timeline, Trigger, When

TOLD = Path(__file__).parents[1] / "corpus" / "told"
TEXT = "Volta fired Anna Berg on Friday. She sued the firm."
GOLD = {
    "lang": "en",
    "date": "2023-11-20",
    "events": [
        {
            "id": "a",
            "quotes": [["fired", 0]],
            "headline": "Volta fires Anna Berg",
            "window": "2023-11-17/2023-11-18",
            "did": ["Volta"],
            "to": ["Anna Berg|Berg"],
            "fact": ["factual"],
            "top": True,
        },
        {"id": "b", "quotes": [["sued", 0]], "bounds": "2023-11-17/2023-11-21", "did": ["Berg"], "fact": ["factual"]},
    ],
    "order": [["a", "b"]],
    "roles": [],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "one.gold.json").write_text(json.dumps(GOLD), encoding="utf8")
    return tmp_path


def event(id: str, word: str, **told) -> Event:
    start = TEXT.index(word)
    trigger = Trigger(word, start, start + len(word), "d1")
    return Event(id=id, label=told.pop("label", word), trigger=trigger, passage=trigger, mentions=(trigger,), **told)


VOLTA = Entity(id="x1", name="Volta", type="ORGANISATION")
BERG = Entity(id="x2", name="Anna Berg", type="PERSON")


def story(**fired) -> Timeline:
    told = {
        "label": "Volta fires Anna Berg",
        "participants": Participants({"agent": [VOLTA], "person": [BERG]}),
        "when": When(start=datetime(2023, 11, 17), end=datetime(2023, 11, 18)),
        "salience": 0.9,
    }
    sued = event("e2", "sued", participants=Participants({"agent": [BERG]}), salience=0.1)
    return Timeline(
        entities=(VOLTA, BERG),
        events=(event("e1", "fired", **(told | fired)), sued),
        relations=(Relation(source="e1", target="e2", type="BEFORE"),),
    )


def test_a_story_told_right_has_no_fault(folder):
    scores = score_story(story(), read_story(folder / "one.gold.json"))
    wrong = {"date_coarse", "date_wrong", "bounds_wrong", "order_wrong", "noise", "repeats", "roles_extra"}
    none_of = {"joined", "roles", "status"}
    expected = {figure: float(figure not in wrong | none_of) for figure in FIGURES}
    assert {figure: scores.share(figure) for figure in FIGURES} == expected
    assert scores.faults == []


@pytest.mark.parametrize(
    ("fault", "changed", "kind"),
    [
        ("dated", {"when": None}, "not dated"),
        ("date_wrong", {"when": When(start=datetime(2023, 1, 1), end=datetime(2023, 1, 2))}, "date_wrong"),
        ("date_coarse", {"when": When(start=datetime(2023, 11, 1), end=datetime(2023, 12, 1))}, "date_coarse"),
        ("bounds_wrong", {"latest": datetime(2023, 11, 16)}, "bounds wrong"),
        ("did", {"participants": Participants({"person": [BERG]})}, "who did it"),
        ("to", {"label": "Dismissal", "participants": Participants({"agent": [VOLTA]})}, "to whom"),
        ("fact", {"factuality": "negated"}, "factuality"),
    ],
)
def test_each_fault_is_counted_named_and_costs_the_turn(folder, fault, changed, kind):
    gold = read_story(folder / "one.gold.json")
    scores, right = score_story(story(**changed), gold), score_story(story(), gold)
    assert kind in [found.kind for found in scores.faults]
    assert scores.share(fault) != right.share(fault)
    assert scores.share("turns") == 0


def test_an_event_not_found_counts_in_all_it_should_have_told():
    told = ToldEvent(id="a", spans=((0, 5),), window=Window(datetime(2023, 1, 1), datetime(2023, 1, 2)), did=("A", "B"))
    scores = score_story(Timeline(), ToldStory(id="one", text=TEXT, lang="en", events=(told,)))
    assert (scores.of["dated"], scores.of["did"], scores.of["fact"], scores.of["top"]) == (1, 2, 1, 0)


def test_a_wrong_order_is_told_from_silence(folder):
    gold = read_story(folder / "one.gold.json")
    turned = timeline.Timeline(
        entities=(VOLTA, BERG), events=story().events, relations=(Relation(source="e2", target="e1", type="BEFORE"),)
    )
    assert score_story(turned, gold).right["order_wrong"] == 1
    silent = timeline.Timeline(entities=(VOLTA, BERG), events=story().events)
    assert score_story(silent, gold).right["order_wrong"] == 0


def test_occurrences_are_counted_from_nought():
    assert spans_of("no, no, no", [("no", 0), ("no", 2)]) == ((0, 2), (8, 10))


@pytest.mark.parametrize(
    "broken",
    ["{", "[]", '{"lang": "en"}', json.dumps(GOLD | {"events": [{"id": "a", "fact": [], "quotes": [["flew", 0]]}]})],
)
def test_a_damaged_file_is_named(folder, broken):
    (folder / "one.gold.json").write_text(broken, encoding="utf8")
    with pytest.raises(timeline.FormatError, match=r"one\.gold\.json"):
        read_stories(folder)


def test_the_command_prints_shares_and_faults(folder):
    result = CliRunner().invoke(app, ["evaluate", str(folder), "--lang", "en", "--task", "story", "--errors"])
    assert result.exit_code == 0, result.output
    assert "turns" in result.output
    assert "found" in result.output


def test_a_folder_without_stories_is_an_error(tmp_path):
    assert CliRunner().invoke(app, ["evaluate", str(tmp_path), "--lang", "en", "--task", "story"]).exit_code == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_stories_of_our_own_are_told(lang, request):
    request.getfixturevalue(f"nlp_{lang}")
    scores = StoryScores()
    for told in read_stories(TOLD / lang):
        scores.add(score_story(timeline.extract(told.text, told.date, told.lang), told))
    assert scores.share("found") >= 0.9
    assert scores.share("bounds_wrong") == 0
