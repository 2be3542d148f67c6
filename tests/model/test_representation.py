"""How values show themselves: a repr is one line of a screen's width, of every public class."""

import dataclasses
from datetime import datetime
from enum import Enum
from pathlib import Path

import pytest

import timeline
from timeline import Limits, SavedProposals
from timeline.model import (
    Change,
    Changes,
    Conflict,
    Copy,
    Difference,
    Document,
    Edit,
    Entity,
    Event,
    Events,
    Evidence,
    Explanation,
    Granularity,
    Mention,
    Participants,
    Reason,
    Refusal,
    Relation,
    RoleFact,
    Snapshot,
    Target,
    Tenure,
    Timeline,
    TimeValue,
    Trigger,
    Version,
    When,
)

LONG = 'Une très longue phrase,\nsur plusieurs lignes, "entre guillemets" et d\'autres signes. ' * 20
PLACE = Mention(LONG, 0, len(LONG), LONG)
WORD = Trigger(LONG, 0, len(LONG), LONG, timeml_class="I_ACTION")
WHO = Entity(id="x1", name=LONG, type="PERSON", mentions=(PLACE,) * 9)
TIME = TimeValue(
    id="t1",
    type="DATE",
    timex3="2023-11-20TMO",
    start=datetime(2023, 11, 20),
    end=datetime(2023, 11, 21),
    mention=PLACE,
)
EVENT = Event(
    id="e1", label=LONG, trigger=WORD, passage=PLACE, participants=Participants({"person": [WHO, PLACE]}), time=TIME
)
TENURE = Tenure(person=WHO, role=LONG, organisation=WHO, since=TIME, until=TIME, events=(EVENT,))
TARGET = Target(PLACE, PLACE)
VERSION = Version(LONG, (PLACE,) * 9)
CHANGE = Change(kind="moved", event=EVENT, mentions=(PLACE,), before=LONG, after=LONG)
VALUES = (
    CHANGE,
    Changes((CHANGE,) * 9),
    Conflict(kind="date", event=EVENT, versions=(VERSION, VERSION), shown=VERSION, about=LONG),
    Copy(LONG, LONG, 0.75),
    VERSION,
    Document(LONG, date="2023-11-20", lang="fr", id=LONG, title=LONG),
    Difference(event="e1", about="date", told=LONG, proposed=LONG),
    SavedProposals(Path(LONG), {}),
    Limits(characters=10_000_000, sentences=10_000, seconds=60.0),
    Edit(kind="joined", target=TARGET, value=LONG, other=TARGET, by=LONG, at=LONG, note=LONG),
    WHO,
    EVENT,
    Events([EVENT] * 20),
    Evidence(LONG, PLACE),
    Explanation(LONG, (Reason(LONG),) * 9),
    Granularity.PART_OF_DAY,
    PLACE,
    Participants({"person": [WHO] * 9}),
    Reason(LONG),
    Refusal(where=LONG, value=LONG, reason=LONG),
    Relation(source="e1", target="e2", type="IS_INCLUDED", evidence=Evidence(LONG, PLACE)),
    RoleFact(person="x1", role=LONG, organisation="x2", status="current", mention=PLACE),
    Snapshot(start=datetime(2020, 1, 1), end=datetime(2021, 1, 1), roles=(TENURE,), past=Events([EVENT])),
    TARGET,
    TENURE,
    Timeline(events=(EVENT,) * 9, entities=(WHO,) * 9),
    TIME,
    When(start=datetime(2020, 1, 1), end=datetime(2021, 1, 1)),
    WORD,
)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_repr_is_one_line_that_names_its_kind(value):
    assert "\n" not in repr(value)
    assert len(repr(value)) <= 120
    assert type(value).__name__ in repr(value)
    assert repr(value).count("<") == 1, "no repr within a repr"


def test_every_public_class_has_a_value_here():
    public = {getattr(timeline, name) for name in timeline.__all__}
    classes = {each for each in public if isinstance(each, type) and not issubclass(each, BaseException)}
    assert classes == {type(value) for value in VALUES}
    assert all("__repr__" in vars(each) or issubclass(each, Enum) for each in classes if dataclasses.is_dataclass(each))


def test_people_read_a_line_an_event():
    told = timeline.extract("Anna Berg a quitté Volta vendredi. Elle pourrait partir.", date="2023-11-20", lang="fr")
    lines = str(told).splitlines()
    assert len(lines) == len(told)
    assert lines[0].startswith("ven. 17 nov. 2023")
    assert lines[-1].endswith("(possible)")
    assert str(told.highlights(1)).endswith(told.highlights(1)[0].label)


def test_a_notebook_shows_events_as_a_table(tmp_path):
    shown = Events([EVENT])._repr_html_()
    assert shown.startswith("<table>")
    assert shown.count("<tr>") == 2
    assert '"entre' not in shown


def test_the_version_is_told():
    assert timeline.__version__[0].isdigit()
