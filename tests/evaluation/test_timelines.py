"""SemEval-2015 task 4 and crises: readers, scorers, and what the library answers, on files of the tests' own."""

import pytest

from timeline.cli.merged import MERGED_TASKS
from timeline.errors import CorpusError, FormatError
from timeline.evaluation.crises import highlighted_days, read_crises, score_days
from timeline.evaluation.entity_timelines import entity_timelines, raw_story
from timeline.evaluation.scores.timelines import score_timelines
from timeline.evaluation.semeval import EntityTimeline, Line, read_timelines

TML = """<TimeML><DCT><TIMEX3 tid="t0" functionInDocument="CREATION_TIME" type="DATE" value="2024-03-18"/></DCT>
<TEXT><s id="0">Ada Roy {left} Valtor</s><s id="2">Ada Roy {founded} Valtor in 2009 .</s></TEXT></TimeML>"""
GOLD = "Ada Roy\n0\tXXXX-XX-XX\t7-2-hoped\n1\t2009\t7-2-founded\n2\t2024-03-18\t7-0-left\t8-3-departure\n"


@pytest.fixture
def folder(tmp_path):
    for track, marked in (("trackA_TimeML", "{}"), ("trackB_TimeML", "<EVENT eid='{0}'>{0}</EVENT>")):
        (tmp_path / track).mkdir()
        words = {word: marked.format(word) for word in ("left", "founded")}
        (tmp_path / track / "7_Ada_Roy.tml").write_text(TML.format(**words), "utf8")
    (tmp_path / "gold_timelines").mkdir()
    (tmp_path / "gold_timelines" / "ada_roy.txt").write_text(GOLD, "utf8")
    return tmp_path


def test_documents_and_timelines_are_read(folder):
    corpus = read_timelines(folder)
    document = corpus.given[0]
    assert document.document.text == "Ada Roy left Valtor\nAda Roy founded Valtor in 2009."
    assert [(e.text, document.words(e.start, e.text)) for e in document.document.events] == [
        ("left", ("7", 0, "left")),
        ("founded", ("7", 2, "founded")),
    ]
    assert corpus.raw[0].document.date == "2024-03-18"
    assert [len(line.mentions) for line in corpus.timelines[0].lines] == [1, 1, 2]


def test_what_is_missing_or_wrong_is_named(folder, tmp_path):
    with pytest.raises(CorpusError, match="tracka"):
        read_timelines(tmp_path / "trackA_TimeML" / "nothing")
    (folder / "gold_timelines" / "ada_roy.txt").write_text("Ada Roy\none line\n", "utf8")
    with pytest.raises(FormatError, match="one line"):
        read_timelines(folder)


def line(ordinal, date, *mentions):
    return Line(ordinal, date, frozenset(("7", 0, mention) for mention in mentions))


def timeline_of(*lines):
    return [EntityTimeline("Ada Roy", lines)]


@pytest.mark.parametrize(
    ("system", "precision", "recall"),
    [
        (timeline_of(line(1, "2009", "founded"), line(2, "2024-03-18", "departure")), 1, 1),  # another mention of it
        (timeline_of(line(2, "2024-03-18", "left")), 1, 1 / 3),
        (timeline_of(line(1, "2024-03-18", "left"), line(2, "2009", "founded")), 2 / 3, 2 / 3),  # the order is wrong
        (timeline_of(line(0, "XXXX-XX-XX", "left"), line(1, "2009", "founded")), 1, 1 / 3),
        (timeline_of(line(1, "2009", "founded"), line(1, "2009", "hoped")), 1, 1 / 3),  # what gold leaves out
        ([], 0, 0),
    ],
)
def test_scores_are_those_of_the_definition(system, precision, recall):
    gold = timeline_of(
        line(0, "XXXX-XX-XX", "hoped"), line(1, "2009", "founded"), line(2, "2024-03-18", "left", "departure")
    )
    score = score_timelines(gold, system)
    assert (score.precision, score.recall) == (pytest.approx(precision), pytest.approx(recall))


@pytest.mark.xfail(strict=True, reason="the month that one text tells stands for the day that another tells")
def test_the_library_answers(folder):
    corpus = read_timelines(folder)
    answer = entity_timelines(raw_story(corpus.raw, "en"), corpus.raw, ["Ada Roy"])
    assert score_timelines(corpus.timelines, answer).recall == 1


def test_the_days_of_a_crisis(tmp_path):
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "tarnes.txt").write_text(
        "2023-06-06\nUne explosion .\n----\n2023-06-11\nArrêté .\n", "utf8"
    )
    with pytest.raises(CorpusError, match="no articles"):
        read_crises(tmp_path, "fr")
    (tmp_path / "tarnes" / "2023-06-08").mkdir(parents=True)
    (tmp_path / "tarnes" / "2023-06-08" / "a.txt").write_text("Une usine a explosé mardi à Tarnes.", "utf8")
    (crisis,) = read_crises(tmp_path, "fr")
    story = raw_days(crisis)
    assert highlighted_days(story, 2) == ["2023-06-06"]
    assert score_days(crisis, highlighted_days(story, 2)).recall == 0.5


def raw_days(crisis):
    import timeline

    return timeline.merge(timeline.extract_many(crisis.documents))


def test_every_task_says_what_it_scores():
    assert all(task.__doc__ for task in MERGED_TASKS.values())
