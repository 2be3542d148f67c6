"""Bad input: a defined result or a TimelineError that says what to do."""

from datetime import date, datetime, timezone

import pytest

import timeline
from timeline.errors import TimelineError


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u00a0"])
def test_no_text_gives_an_empty_timeline(text):
    story = timeline.extract(text, date="2023-11-20")
    assert len(story) == 0
    assert story.order() == []
    assert story.documents[0].text == text


@pytest.mark.parametrize("text", ["Bonjour", "Altman", "a", "12", ".", "!", "\u00e9", "😀", "\ud83d"])
@pytest.mark.parametrize("lang", ["fr", "en", None])
def test_one_word_is_read(text, lang):
    story = timeline.extract(text, date="2023-11-20", lang=lang)
    assert story.documents[0].text == text


@pytest.mark.parametrize(
    ("text", "lang"),
    [("Friday, killing 12 people.", "en"), ("Monday, leaving.", "en"), ("Vendredi, faisant 12 morts.", "fr")],
)
def test_a_participle_at_the_head_of_its_sentence_is_read(text, lang):
    # spaCy makes a new Token at each access: `token.head is token` is never true, and once recursed without end
    assert timeline.extract(text, date="2023-11-20", lang=lang).times


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna Berg\udc00 a quitté Volta\ud83d vendredi.", id="lone"),
        pytest.param("\ud83d" + "\udc00Anna Berg a quitté Volta\ud83d\ud83d" + "\udc00 vendredi.", id="side by side"),
    ],
)
def test_halves_of_surrogate_pairs_keep_every_offset(text, tmp_path):
    story = timeline.extract(text, date="2023-11-20", lang="fr")
    spans = [mention for event in story for mention in event.mentions] + [time.mention for time in story.times]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert timeline.Timeline.from_json(story.to_json(tmp_path / "story.json")) == story
    assert timeline.Timeline.from_json(tmp_path / "story.json") == story


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a"], ("text",)])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(timeline.InvalidTextError, match="str"):
        timeline.extract(text)


@pytest.mark.parametrize("wrong", ["demain", "2023-13-01", "20/11/2023", "", 2023, object()])
def test_a_wrong_date_is_refused(wrong):
    with pytest.raises(timeline.InvalidDateError, match="ISO 8601"):
        timeline.extract("Il part vendredi.", date=wrong)


@pytest.mark.parametrize(
    "given", ["2023-11-20", date(2023, 11, 20), datetime(2023, 11, 20, 9), datetime(2023, 11, 20, tzinfo=timezone.utc)]
)
def test_every_kind_of_date_is_taken(given):
    story = timeline.extract("Elle est partie vendredi.", date=given, lang="fr")
    assert story.times[0].timex3 == "2023-11-17"
    assert story.reference_date.tzinfo is None


MILLION = 1_000_000


@pytest.mark.parametrize("text", ["x" * MILLION, "1" * MILLION, "\n" * MILLION, "Il part vendredi.".ljust(MILLION)])
def test_a_million_characters_are_read(text):
    story = timeline.extract(text, date="2023-11-20", lang="fr")
    assert len(story.documents[0].text) == MILLION
    assert len(story) <= 1


def test_a_text_too_long_says_what_to_do():
    with pytest.raises(timeline.TextTooLongError, match=r"merge"):
        timeline.extract("a " * 500_001, lang="fr")


def test_an_unknown_language_is_refused():
    with pytest.raises(timeline.UnsupportedLanguageError, match="en, fr"):
        timeline.extract("Something", lang="tlh")


def test_a_language_without_a_folder_gets_its_dates():
    with pytest.warns(timeline.TimelineWarning, match="only dates"):
        story = timeline.extract("Der Vorstand hat ihn am 17. November 2023 entlassen.", lang="de")
    assert [time.timex3 for time in story.times] == ["2023-11-17"]
    assert len(story) == 0


def test_a_missing_model_says_how_to_install_one():
    with pytest.raises(timeline.MissingModelError, match="pip install"):
        timeline.load("fr", model="fr_core_news_missing")


def test_a_batch_loses_nothing():
    docs = [
        "Elle est partie vendredi.",
        ("Il est parti.", {"date": "hier"}),
        17,
        "",
        ("They left on Friday.", {"lang": "en", "date": "2023-11-20", "id": "last"}),
    ]
    with pytest.warns(timeline.TimelineWarning, match="not read"):
        stories = list(timeline.extract_many(docs))
    assert [type(story.error) for story in stories] == [
        type(None),
        timeline.InvalidDateError,
        timeline.InvalidTextError,
        type(None),
        type(None),
    ]
    assert len(stories[0]) == 1
    assert stories[4].documents[0].id == "last"
    assert stories[4].times[0].timex3 == "2023-11-17"


def test_unknown_ids_and_names_are_named():
    story = timeline.extract("Anna Berg est partie vendredi.", date="2023-11-20", lang="fr")
    with pytest.raises(timeline.UnknownItemError, match="e99"):
        story["e99"]
    with pytest.raises(timeline.UnknownItemError, match="Nobody"):
        story.involving("Nobody")


def test_every_error_is_a_timeline_error():
    names = [getattr(timeline, name) for name in timeline.__all__ if name.endswith("Error")]
    assert all(issubclass(error, TimelineError) for error in names)


def test_a_name_of_accents_alone_is_read():
    text = (
        "<p>\x00Le  c0riseı1  a  ri0mme ́  Pau1  M0re1  tr0ıs  j0urs  p1us  tard,  se10ri  1a  presse.  Le  "
        "1eridemaıri,  trerite  pers0riries  0rit  e ́日本語で昨日te ́  arrête\x00 ́es  avarit  d'être  1ıbe ́re ́es."
    )
    assert timeline.extract(text, lang="fr").documents[0].text == text
