"""Corrections: what each does, that it is logged, and that it is found again in a changed text."""

from datetime import datetime

import pytest

import timeline
from timeline.errors import EditError, FormatError, InvalidDateError, UnknownItemError
from timeline.formats.edits import edits_to_json, read_edits
from timeline.model import Mention, Timeline

TEXT = (
    "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux PDG. "
    "La nomination de Jean Roux a surpris les salariés. Paul Klein a démissionné lundi."
)
CHANGED = (
    "Selon elle, Anna Berg a quitté Volta vendredi soir. Le lendemain, le conseil de Volta a nommé Jean Roux PDG. "
    "La nomination de Jean Roux a surpris les salariés."
)


def read(text):
    return timeline.extract(text, date="2023-11-21", lang="fr")


@pytest.fixture(scope="module")
def story():
    return read(TEXT)


def called(story, word):
    return next(event for event in story if event.trigger.text == word)


def test_without_an_event_nothing_speaks_of_it(story):
    left = called(story, "quitté")
    told = story.without(left, by="Zoé", at=datetime(2026, 11, 26, 9), note="not our story")
    assert left.id not in [event.id for event in told]
    assert not any(left.id in (claim.source, claim.target) for claim in (*told.relations, *told.evidence))
    assert [(edit.kind, edit.by, edit.at, edit.note) for edit in told.edits] == [
        ("without", "Zoé", "2026-11-26T09:00:00", "not our story")
    ]
    assert story.edits == ()


def test_another_headline(story):
    told = story.relabelled("e1", "Berg  part")
    assert told["e1"].label == "Berg part"
    assert [event.id for event in told] == [event.id for event in story]


@pytest.mark.parametrize(
    ("when", "start"),
    [
        ("2023-11-19", (2023, 11, 19)),
        ("2022-05", (2022, 5, 1)),
        ("2021", (2021, 1, 1)),
        (datetime(2020, 3, 4, 9, 5), (2020, 3, 4, 9, 5)),
    ],
)
def test_another_date(story, when, start):
    left = called(story, "quitté")
    told = story.redated(left, when)
    assert told[left.id].earliest == datetime(*start)
    assert told[left.id].time.rule == "edited"
    assert (told[0].id == left.id) is (start[:2] < (2023, 11))


def test_no_date_and_a_bad_one(story):
    left = called(story, "quitté")
    assert story.redated(left, None)[left.id].time is None
    with pytest.raises(InvalidDateError):
        story.redated(left, "vendredi")


def test_two_events_made_one_and_parted_again(story):
    left, resigned = called(story, "quitté"), called(story, "démissionné")
    whole = story.joined(left, resigned)
    assert len(whole) == len(story) - 1
    assert [mention.text for mention in whole[left.id].mentions] == ["quitté", "démissionné"]
    assert {"Anna Berg", "Paul Klein"} <= {str(who) for group in whole[left.id].participants.values() for who in group}
    parted = whole.split(left.id, whole[left.id].mentions[1])
    assert len(parted) == len(story)
    again = called(parted, "démissionné")
    assert again.passage == resigned.passage
    assert again.time == resigned.time
    assert [edit.kind for edit in parted.edits] == ["joined", "split"]
    first = whole.split(left.id, whole[left.id].mentions[0])
    assert first[left.id].trigger.text == "démissionné"


def test_what_cannot_be_done(story):
    with pytest.raises(EditError, match="two events"):
        story.joined("e1", "e1")
    with pytest.raises(EditError, match="whose mentions are 'quitté'"):
        story.split(called(story, "quitté"), Mention("rien", 0, 4, "d"))
    with pytest.raises(UnknownItemError):
        story.without("e99")
    with pytest.raises(UnknownItemError):
        story.without("x1")


def corrected(story):
    told = story.relabelled(called(story, "quitté"), "Départ d'Anna Berg").redated(called(story, "nommé"), "2023-11-19")
    return told.without(called(told, "démissionné"), by="Zoé")


def test_edits_travel(story, tmp_path):
    told = corrected(story)
    assert Timeline.from_json(told.to_json()) == told
    edits_to_json(told.edits, tmp_path / "edits.json")
    assert read_edits(tmp_path / "edits.json") == told.edits
    assert story.replayed(tmp_path / "edits.json") == told
    assert story.replayed(str(tmp_path / "edits.json")).edits == told.edits
    for damaged in ("{}", "{", '{"format": "timeline-edits", "version": 1, "edits": [{"kind": "x"}]}'):
        with pytest.raises(FormatError):
            read_edits(damaged)


def test_edits_are_applied_to_a_changed_text_and_tell_which_do_not_fit(story):
    told = read(CHANGED).replayed(corrected(story).edits)
    assert called(told, "quitté").label == "Départ d'Anna Berg"
    assert str(called(told, "nommé").time) == "2023-11-19"
    assert [edit.kind for edit in told.edits] == ["relabelled", "redated"]
    assert [str(edit) for edit in told.unfit] == ["without: démissionné (Zoé)"]
    assert Timeline.from_dict(told.to_dict()) == told


def test_a_word_that_stands_twice_is_the_one_that_was_meant():
    story = read("Le maire a démissionné lundi. Son adjoint a démissionné mardi. Le préfet a démissionné mercredi.")
    second = next(event for event in story if event.sentence.startswith("Son adjoint"))
    changed = read(
        "Le vieux maire a démissionné lundi. Son adjoint a démissionné mardi. Le préfet a démissionné mercredi."
    )
    told = changed.replayed(story.relabelled(second, "Le deuxième").edits)
    assert [event.passage.text for event in told if event.label == "Le deuxième"] == [second.passage.text]
