"""iCalendar, TimelineJS and Mermaid: dates keep their width, markup stays text."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

import timeline
from timeline.errors import FormatError, MissingExtraError, TimelineWarning
from timeline.model import Document, Event, Granularity, Mention, Timeline, TimeValue, Trigger

icalendar = pytest.importorskip("icalendar")

pytestmark = pytest.mark.filterwarnings("ignore:.*have no (date|day):timeline.errors.TimelineWarning")


def story_at(start, end, granularity, label="Départ", factuality="factual"):
    """Return a timeline of one event at a time."""
    word = Trigger("part", 0, 4, "d")
    time = TimeValue(id="t1", type="DATE", timex3="X", granularity=granularity, start=start, end=end)
    event = Event(
        id="e1", label=label, trigger=word, passage=Mention("part.", 0, 5, "d"), time=time, factuality=factuality
    )
    return Timeline(documents=(Document("part.", id="d", lang="fr"),), times=(time,), events=(event,))


DAY = timedelta(days=1)
WIDTHS = [  # of a time, with what TimelineJS shows of it: its first date, and the date in words
    pytest.param(datetime(2015, 1, 1), datetime(2016, 1, 1), Granularity.YEAR, {"year": 2015}, "2015", id="year"),
    pytest.param(
        datetime(2015, 2, 1),
        datetime(2015, 3, 1),
        Granularity.MONTH,
        {"year": 2015, "month": 2},
        "févr. 2015",
        id="month",
    ),
    pytest.param(
        datetime(2024, 2, 29),
        datetime(2024, 3, 1),
        Granularity.DAY,
        {"year": 2024, "month": 2, "day": 29},
        "jeu. 29 févr. 2024",
        id="leap day",
    ),
    pytest.param(
        datetime(2023, 11, 18),
        datetime(2023, 11, 20),
        Granularity.WEEKEND,
        {"year": 2023, "month": 11, "day": 18},
        "week-end du sam. 18 nov. 2023",
        id="weekend",
    ),
    pytest.param(
        datetime(1990, 1, 1), datetime(2000, 1, 1), Granularity.DECADE, {"year": 1990}, "années 1990", id="90s"
    ),
    pytest.param(
        datetime(2023, 7, 1),
        datetime(2023, 10, 1),
        Granularity.QUARTER,
        {"year": 2023, "month": 7},
        "sam. 1 juil. – sam. 30 sept. 2023",
        id="quarter",
    ),
    pytest.param(
        datetime(2023, 11, 18, 14, 30),
        datetime(2023, 11, 18, 14, 31),
        Granularity.MINUTE,
        {"year": 2023, "month": 11, "day": 18, "hour": 14, "minute": 30},
        "sam. 18 nov. 2023 14:30",
        id="minute",
    ),
]


def calendar_of(story):
    return icalendar.Calendar.from_ical(story.to_icalendar())


# -- iCalendar ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end", "granularity", "first", "words"), WIDTHS)
def test_icalendar_has_days_and_hours_and_no_bounds(start, end, granularity, first, words):
    calendar = calendar_of(story_at(start, end, granularity))
    entries = calendar.walk("VEVENT")
    assert int(calendar["x-timeline-left-out"]) == 1 - len(entries)
    if granularity > Granularity.DAY:
        assert entries == []
        assert str(calendar["x-timeline-undated"]).endswith(" : Départ")
    elif granularity is Granularity.MINUTE:
        assert (entries[0]["dtstart"].dt, entries[0]["dtend"].dt) == (start, end)
    else:
        assert (entries[0]["dtstart"].dt, entries[0]["dtend"].dt) == (start.date(), end.date())
        assert entries[0]["dtstart"].params["VALUE"] == "DATE"


def test_icalendar_speaks_the_language_of_the_text(story):
    calendar = calendar_of(story)
    entries = {str(entry["uid"]).partition("-")[0]: entry for entry in calendar.walk("VEVENT")}
    assert entries["e4"]["summary"].params["LANGUAGE"] == "fr"
    assert "Statut : possible" in str(entries["e4"]["description"])
    assert str(calendar["x-timeline-undated"][0]) == "2015 : Nomination"


def test_a_night_is_the_days_it_touches():
    night = story_at(datetime(2023, 11, 17, 22), datetime(2023, 11, 18, 6), Granularity.PART_OF_DAY)
    (entry,) = calendar_of(night).walk("VEVENT")
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (date(2023, 11, 17), date(2023, 11, 19))


def test_icalendar_has_the_dated_events_and_counts_the_others(story):
    with pytest.warns(TimelineWarning, match="5 of 8 events have no day"):
        entries = calendar_of(story).walk("VEVENT")
    assert [str(entry["summary"]) for entry in entries] == [
        event.label
        for event in story
        if event.time and event.time.start and event.id != "e3"  # « en 2015 »
    ]
    by_name = {str(entry["uid"]).partition("-")[0]: entry for entry in entries}
    assert by_name["e1"]["status"] == "CONFIRMED"
    assert by_name["e4"]["status"] == "TENTATIVE"
    assert by_name["e7"]["status"] == "CANCELLED"
    assert by_name["e1"]["categories"].cats == ["Personnel.End-Position", "avéré"]
    assert by_name["e1"]["dtstamp"].dt.replace(tzinfo=None) == story.reference_date


def test_icalendar_depends_on_the_story_alone(story, tmp_path):
    path = tmp_path / "story.ics"
    assert story.to_icalendar(path) == story.to_icalendar() == path.read_bytes().decode()
    assert "\r\n" in story.to_icalendar()
    undated = replace(story, reference_date=None)
    assert "DTSTAMP:19700101T000000Z" in undated.to_icalendar()


def test_icalendar_takes_odd_characters():
    odd = story_at(datetime(2020, 1, 1), datetime(2020, 1, 2), Granularity.DAY, label="a\x00\x07b\ud800; c, d\\n\ne")
    assert r"SUMMARY;LANGUAGE=fr:a  b?\; c\, d\\n\ne" in odd.to_icalendar()
    assert len(calendar_of(odd).walk("VEVENT")) == 1


def test_what_a_calendar_leaves_out_is_told_on_one_line():
    odd = story_at(datetime(2020, 1, 1), datetime(2021, 1, 1), Granularity.YEAR, label="Départ\nde Volta")
    with pytest.warns(timeline.TimelineWarning, match="1 of 1 events have no day"):
        calendar = calendar_of(odd)
    assert str(calendar["x-timeline-undated"]) == "2020 : Départ de Volta"


def test_without_icalendar_the_error_names_the_command(story, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError, match=r"timeline-extractor\[icalendar\]"):
        story.to_icalendar()


# -- TimelineJS --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "end", "granularity", "first", "words"), WIDTHS)
def test_timelinejs_keeps_partial_dates(start, end, granularity, first, words):
    (slide,) = json.loads(story_at(start, end, granularity).to_timelinejs())["events"]
    assert slide["start_date"] == first
    assert slide["display_date"] == words
    assert "end_date" not in slide


def test_timelinejs_has_the_highlights_alone_and_says_what_is_unsure():
    told = timeline.extract("Anna Berg a quitté Volta vendredi. Paul Klein n'a pas démissionné.", "2023-11-21", "fr")
    (slide,) = json.loads(told.to_timelinejs(n=1))["events"]
    assert slide["unique_id"] == told.highlights(1)[0].id
    denied = next(slide for slide in json.loads(told.to_timelinejs())["events"] if slide["group"] == "nié")
    assert denied["display_date"].startswith("sans doute ")
    assert "Statut : nié" in denied["text"]["text"]


def test_timelinejs_escapes_markup(story):
    with pytest.warns(TimelineWarning, match="4 of 8"):
        data = json.loads(story.to_timelinejs())
    texts = [text for slide in (data["title"], *data["events"]) for text in slide["text"].values()]
    assert not any("<" in re.sub("</?p>", "", text) for text in texts)
    assert data["events"][1]["text"]["headline"].startswith("Zoé &lt;b&gt;Brûlé&lt;/b&gt; &amp; fils")
    assert {slide["group"] for slide in data["events"]} == {"avéré", "rapporté", "possible", "non réalisé"}


def test_timelinejs_of_nothing_has_no_events():
    assert json.loads(Timeline().to_timelinejs()) == {"events": [], "scale": "human"}


# -- Mermaid -----------------------------------------------------------------------------------------------------------


def test_mermaid_tells_every_event_in_order(story):
    lines = story.to_mermaid().splitlines()
    assert lines[0] == "timeline"
    assert [line.strip()[2:] for line in lines if line.strip().startswith(": ")][-2:] == [
        "title « ailleurs » (à venir)",
        "Vote (nié)",
    ]
    assert "    sans date" in lines
    assert "    ven. 17 nov. 2023" in lines


def test_mermaid_is_capped(story):
    assert sum(line.strip().startswith(": ") for line in story.to_mermaid(n=3).splitlines()) == 3


@pytest.mark.parametrize("chart", ["timeline", "gantt"])
def test_mermaid_has_no_character_that_mermaid_would_read(story, chart):
    written = story.to_mermaid(chart=chart)
    names = re.sub(r"#\d+;", "", written.replace("axisFormat %Y-%m-%d", ""))
    assert not set('<>"`%;#{}[]\\') & set(names)
    assert "#60;b#62;Brûlé#60;/b#62; #38; fils#58; quitte #35;1#59;" in written


@pytest.mark.parametrize("label", ["", " ", "\n", "\x00"])
@pytest.mark.parametrize("chart", ["timeline", "gantt"])
def test_a_name_of_nothing_is_drawn_as_dots(label, chart):
    story = story_at(datetime(2020, 1, 1), datetime(2020, 1, 2), Granularity.DAY, label=label)
    assert story.to_mermaid(chart=chart).count("…") == 1


@pytest.mark.parametrize("label", ["title fight", "Section 3", "click", "gantt", "excludes x"])
def test_a_name_is_no_instruction_of_a_gantt_chart(label):
    chart = story_at(datetime(2020, 1, 1), datetime(2020, 1, 2), Granularity.DAY, label=label).to_mermaid(chart="gantt")
    assert f"    #{ord(label[0])};{label[1:]} :done, e1, 2020-01-01T00:00:00, 2020-01-02T00:00:00" in chart.splitlines()


def test_a_gantt_chart_counts_what_it_leaves_out(story):
    with pytest.warns(TimelineWarning, match="4 of 8"):
        story.to_mermaid(chart="gantt")


def test_another_chart_is_an_error(story):
    with pytest.raises(FormatError, match="timeline, gantt"):
        story.to_mermaid(chart="pie")


CHECK = """
import { JSDOM } from 'jsdom';
globalThis.window = new JSDOM('').window; globalThis.document = window.document;
const mermaid = (await import('mermaid')).default;
let text = ''; for await (const part of process.stdin) text += part;
console.log((await mermaid.parse(text)).diagramType);
"""


@pytest.mark.parametrize("chart", ["timeline", "gantt"])
def test_mermaid_parses_it(story, chart, request):
    # Where npm has installed mermaid and jsdom beside the project; nothing is fetched.
    root = request.config.rootpath
    if not shutil.which("node") or not all((root / "node_modules" / name).is_dir() for name in ("mermaid", "jsdom")):
        pytest.skip("needs node with mermaid and jsdom in node_modules")
    command = ["node", "--input-type=module", "--eval", CHECK]
    done = subprocess.run(command, input=story.to_mermaid(chart=chart), capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == chart, done.stderr
