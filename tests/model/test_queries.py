"""Questions: by date in every form, by any name, by words of a family; answers that are stories."""

import pytest

import timeline
from timeline.errors import InvalidDateError, InvalidTextError, UnknownItemError
from timeline.languages.families import family

TEXT = (
    "Anne Morvan a été évincée de Volta en mars 2018. Jean-Luc Roux a dirigé Nordis en 2019. "
    "Le conseil a nommé Paul Klein le 3 juin 2019. Anne Morvan pourrait revenir. "
    "Paul Klein n'a pas rejoint Nordis."
)


@pytest.fixture(scope="module")
def story():
    return timeline.extract(TEXT, date="2019-07-01", lang="fr")


def triggers(events):
    return [event.trigger.text for event in events]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2018", "2019-06", True),
        ("2018-03", "2018-04", True),
        ("2018-03-01", "2018-04-01T00:00", True),
        ("2018-04", "2020", False),
    ],
)
def test_between_takes_what_on_takes(story, start, end, found):
    assert ("évincée" in triggers(story.between(start, end))) is found


@pytest.mark.parametrize("date", ["", "2018-13", "yesterday", "10000", None])
def test_a_bad_date_is_an_error(story, date):
    with pytest.raises(InvalidDateError):
        story.between(date, "2020")


@pytest.mark.parametrize("name", ["Anne Morvan", "Morvan", "MORVAN", "anne", "x1", "Morvan Anne"])
def test_whom_a_name_means(story, name):
    assert "évincée" in triggers(story.involving(name))


@pytest.mark.parametrize(("name", "meant"), [("Morvna", "Anne Morvan"), ("Kleim", "Paul Klein")])
def test_who_was_meant(story, name, meant):
    with pytest.raises(UnknownItemError, match=f"Did you mean .*'{meant}'"):
        story.involving(name)


def test_nobody_like_it_lists_names(story):
    with pytest.raises(UnknownItemError, match="this timeline has Anne Morvan"):
        story.involving("Zzz")


@pytest.mark.parametrize("words", ["évincer", "EVINCEE", "limoger", "licencier", "End-Position", "morvan evincee"])
def test_words_that_mean_a_dismissal(story, words):
    assert "évincée" in triggers(story.find(words))
    assert "nommé" not in triggers(story.find(words))


def test_words_that_mean_nothing_here(story):
    assert story.find("acheter") == ()
    assert family("xx", "acheter") == frozenset()
    assert "manger" not in family("fr", "limoger")


def test_what_is_selected_is_a_story(story):
    chosen = story.select(involving="Klein", factuality=("factual", "negated"))
    assert triggers(chosen) == ["nommé", "rejoint"]
    assert chosen.documents == story.documents
    assert timeline.Timeline.from_json(chosen.to_json()) == chosen
    assert triggers(story.select(type="Personnel", between="2018")) == ["évincée"]
    assert len(story.select(n=2)) == 2
    assert story.select(between=("2018", "2019")).events == story.between("2018", "2019")
    with pytest.raises(UnknownItemError, match="there are factual"):
        story.select(factuality="true")


def test_allen_s_questions():
    text = "<TimeML><TIMEX3 tid='t1' type='DATE' value='2019'>2019</TIMEX3>: {} {} {} {} {} {}</TimeML>"
    words = (f"<EVENT eid='e{n}' class='OCCURRENCE'>left</EVENT>" for n in (1, 2, 3))
    related = {"t": "relatedToTime", "e": "relatedToEventID"}
    told = (("e1", "IS_INCLUDED", "t1"), ("e2", "IS_INCLUDED", "e1"), ("e3", "AFTER", "t1"))
    links = (
        f"<TLINK lid='l{source}' eventID='{source}' relType='{type_}' {related[target[0]]}='{target}'/>"
        for source, type_, target in told
    )
    story = timeline.Timeline.from_timeml(text.format(*words, *links))
    assert [event.id for event in story.during("t1")] == ["e1", "e2"]
    assert [event.id for event in story.during("e1")] == ["e2"]
    assert story.during("e2") == ()
    assert [event.id for event in story.overlaps("e2")] == ["e1"]


def test_what_lies_in_or_shares_a_date():
    text = "Anna Berg a quitté Volta vendredi. Paul Klein dirige Volta depuis mars 2021."
    told = timeline.extract(text, date="2023-11-21", lang="fr")
    assert [event.trigger.text for event in told.during("2023-11")] == ["quitté"]
    assert told.during("2023-11-17") == told.on("2023-11-17")
    assert "quitté" in [event.trigger.text for event in told.overlaps("2023-11-17")]
    with pytest.raises(InvalidDateError):
        told.during("2023-99")


def test_who_held_what_on_a_day():
    text = "Anna Berg a été PDG de Volta de 2010 à 2015. Jean Roux est PDG de Volta depuis 2016."
    story = timeline.extract(text, date="2020-05-04", lang="fr")
    then, now = story.as_of("2012"), story.as_of("2018-06-01")
    assert [tenure.person.name for tenure in then.roles] == ["Anna Berg"]
    assert [tenure.person.name for tenure in now.roles] == ["Jean Roux"]
    assert story.as_of("2005").roles == ()


@pytest.mark.parametrize("path", ["story.txt", "folder/my page.HTML"])
def test_a_path_is_no_text(path, tmp_path):
    with pytest.raises(InvalidTextError, match=r"timeline\.read"):
        timeline.extract(path)
    with pytest.raises(InvalidTextError, match=r"timeline\.read"):
        timeline.extract(tmp_path / path)
