"""Where documents disagree: each version with its document and words, what is shown, and no order settled over it."""

from datetime import datetime

import pytest
from bank_of_stories import NAMES, bank, event_of, merged, parts

import timeline
from timeline.merging.tolls import tolls


@pytest.mark.parametrize("name", NAMES)
def test_disagreements_are_told_with_their_documents(name):
    found = merged(name).conflicts()
    texts = {document["id"]: document["text"] for document in bank(name)["documents"]}
    assert all(mention.text in texts[mention.document] for c in found for v in c.versions for mention in v.mentions)
    for wanted in bank(name)["conflicts"]:
        like = [c for c in found if c.kind == wanted["kind"] and {v.value for v in c.versions} == {*wanted["versions"]}]
        assert like, wanted
        assert "chosen" not in wanted or like[0].shown.value == wanted["chosen"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_rejected_is_shown_too(name):
    for conflict in merged(name).conflicts():
        assert conflict.shown in conflict.versions
        assert {conflict.shown, *conflict.rejected} == {*conflict.versions}


def test_no_order_is_settled_over_two_dates():
    story = merged("accident")
    arrest = event_of(story, "en-arrest", "arrested")
    disputed = next(c for c in story.conflicts() if c.kind == "date" and c.event == arrest)
    assert {version.documents for version in disputed.versions} == {("en-arrest",), ("fr-arrestation",)}
    times = {time.timex3: time for time in story.times if time.timex3 in {"2023-06-10", "2023-06-11"} and time.mention}
    assert all(story.relation(arrest, time) is None for time in times.values())


def test_a_disputed_event_lies_between_its_days_and_shows_one():
    arrest = event_of(merged("accident"), "en-arrest", "arrested")
    assert (arrest.earliest, arrest.latest) == (datetime(2023, 6, 10), datetime(2023, 6, 12))
    assert arrest.time.timex3 == "2023-06-10"  # the later document's


def test_a_month_settles_nothing_between_two_days():
    texts = {
        "2024-05-05": "Anna Berg a quitté Volta le 3 mai 2024.",
        "2024-05-06": "Anna Berg a quitté Volta le 4 mai 2024.",
        "2024-06-01": "Anna Berg a quitté Volta en mai 2024.",
    }
    read = (timeline.extract(timeline.Document(text, id=day, date=day, lang="fr")) for day, text in texts.items())
    (event,) = timeline.merge(read)
    assert event.time.timex3 == "2024-05-04"


def test_a_single_document_has_no_conflicts():
    assert all(part.conflicts() == () for part in parts("accident"))


def test_a_dispatch_printed_twice_is_told_as_a_copy():
    assert [(copy.document, copy.original) for copy in merged("dismissal").copies()] == [("fr-depeche", "fr-copie")]


def test_what_is_new_since_a_day():
    story = merged("accident")
    changes = story.since("2023-11-01")
    assert [change.after for change in changes.moved] == ["2024-01-15"]
    assert event_of(story, "fr-premier", "explosion") not in [change.event for change in changes]
    assert {event.id for event in story} == {change.event.id for change in story.since("2023-01-01").added}
    with pytest.raises(timeline.InvalidDateError):
        story.since("demain")


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "Le bilan s'élève à 17 morts et 30 blessés.", [("dead", 17), ("injured", 30)]),
        ("fr", "Quelque 1 200 emplois seront supprimés.", [("jobs", 1200)]),
        ("fr", "Il vivait à Lyon depuis douze ans.", []),
        ("fr", "L'action a perdu 8 %.", []),
        ("en", "The blast killed 12 people.", [("dead", 12)]),
        ("en", "Norvik paid 4 billion euros.", [("euros", 4e9)]),
        ("en", "She was 45.", []),
    ],
)
def test_what_sentences_count(lang, text, told):
    assert [(toll.about, toll.number) for toll in tolls(text, lang)] == told
