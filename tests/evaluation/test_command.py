"""The command, with the library's answers put in its place, and the library's answers themselves."""

from dataclasses import replace
from importlib import import_module

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation import AnnotatedDocument, EventSpan, TimeSpan, given_stories, system
from timeline.evaluation.system import annotations_of
from timeline.model import Document, Event, Mention, Relation, Timeline, TimeValue, Trigger

COMMAND = import_module("timeline.cli.evaluate")  # the name itself is the function

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-05"/></DCT><TEXT>Elle \
<EVENT eid="e1" class="OCCURRENCE">partit</EVENT> <TIMEX3 tid="t1" type="DATE" value="2021-03-04">hier</TIMEX3>.\
</TEXT><MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS"/></TimeML>"""


@pytest.fixture
def corpus(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.tml").write_text(TIMEML, encoding="utf8")
    return tmp_path


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs the command against a library that finds all, but takes yesterday for tomorrow."""

    def answer(documents, lang, **options):
        for document in documents:
            yield replace(document, times=tuple(replace(time, value="2021-03-06") for time in document.times))

    def run(*arguments):
        monkeypatch.setattr(COMMAND, "answers", answer)
        return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])

    return run


def test_scores_are_printed(run, corpus):
    result = run(corpus, "--lang", "fr")
    assert result.exit_code == 0, result.output
    assert "Times: 2 documents, 2 in the gold standard" in result.output
    assert "Events: 2 documents, 2 in the gold standard" in result.output
    rows = [line.replace("│", " ").split() for line in result.output.splitlines()]
    assert ["strict", "timeline", "100.0", "100.0", "100.0"] in rows
    assert ["value", "timeline", "0.0", "0.0", "0.0"] in rows


def test_part_and_task(run, corpus):
    result = run(corpus, "--lang", "fr", "--task", "times", "--every", 2)
    assert "1 documents" in result.output
    assert "Events" not in result.output


def test_errors_are_listed(run, corpus):
    result = run(corpus, "--lang", "fr", "--task", "times", "--errors", "--only", "a")
    assert "value (1)" in result.output
    assert "a:12-16  gold « hier » DATE 2021-03-04  |  ours « hier » DATE 2021-03-06" in result.output
    assert "Elle partit ⟦hier⟧." in result.output


def test_another_system_stands_beside(run, corpus):
    other = corpus / "other.jsonl"
    line = '{"id": "a", "start": 12, "end": 16, "text": "hier", "type": "DATE", "value": "2021-03-04"}'
    other.write_text(line + "\n", encoding="utf8")
    result = run(corpus, "--lang", "fr", "--task", "times", "--against", other)
    rows = [line.replace("│", " ").split() for line in result.output.splitlines()]
    assert ["other", "100.0", "50.0", "66.7"] in rows


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a", "start": 11, "end": 15, "text": "hier", "type": "DATE", "value": "2021"}', "does not stand at"),
        ('{"id": "a", "start": 12}', "needs id, start"),
        ("hier", "not JSON"),
    ],
)
def test_bad_output_of_another_system(run, corpus, line, message):
    other = corpus / "other.jsonl"
    other.write_text(line, encoding="utf8")
    result = run(corpus, "--lang", "fr", "--task", "times", "--against", other)
    assert result.exit_code == 1
    assert f"other.jsonl:1: {message}" in result.output or message in result.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--lang", "fr", "--task", "weather"], 2),
        (["--lang", "fr", "--task", "dense"], 2),
        (["--lang", "fr", "--only", "z"], 1),
    ],
)
def test_wrong_calls(run, corpus, arguments, code):
    assert run(corpus, *arguments).exit_code == code


# -- the library's answers ---------------------------------------------------------------------------------------------


def test_a_timeline_as_annotations():
    text = "Il part hier. Son départ plaît."
    left, leaving = (
        Trigger("part", 3, 7, "d", timeml_class="OCCURRENCE", tense="PRESENT"),
        Trigger("départ", 18, 24, "d", pos="NOUN"),
    )
    story = Timeline(
        times=(TimeValue(id="t1", type="DATE", timex3="2021-03-04", mention=Mention("hier", 8, 12, "d")),),
        events=(Event(id="e1", label="", trigger=left, passage=Mention(text, 0, 13, "d"), mentions=(left, leaving)),),
        relations=(
            Relation(source="e1", target="t1", type="IS_INCLUDED"),
            Relation(source="t1", target="t0", type="BEFORE"),
        ),
    )
    answer = annotations_of(story, Document(text, id="d"))
    assert [(event.id, event.text) for event in answer.events] == [("e1", "part"), ("e1.2", "départ")]
    assert [(time.text, time.value) for time in answer.times] == [("hier", "2021-03-04")]
    links = [(link.source, link.type, link.target) for link in answer.relations]
    assert links == [("e1", "IS_INCLUDED", "t1"), ("e1.2", "IDENTITY", "e1")]


def test_given_events_and_times_keep_their_ids(monkeypatch, nlp_fr):
    def pipeline(lang, model):
        return nlp_fr

    monkeypatch.setattr(system, "shared_pipeline", pipeline)
    text = "Anna est partie le 3 mars."
    gold = AnnotatedDocument(
        id="d",
        text=text,
        date="2021-03-05",
        times=(TimeSpan(id="t9", start=16, end=25, text="le 3 mars", type="DATE", value="2021-03-03"),),
        events=(EventSpan(id="e40", start=9, end=15, text="partie", timeml_class="OCCURRENCE"),),
    )
    ((document, story),) = given_stories([gold], "fr")
    assert document == gold
    assert [event.id for event in story.events] == ["e40"]
    assert [(time.id, time.timex3) for time in story.times] == [("t9", "2021-03-03")]
    assert story.times[0].start is not None
    assert story.relation("t9", "t0") == "BEFORE"
