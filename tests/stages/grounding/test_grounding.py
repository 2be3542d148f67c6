"""Proposals held against the text: what is borne out is taken, the rest is refused with its reason."""

from datetime import datetime

import pytest

import timeline
from timeline.errors import InvalidOptionError, ProposalError

FRENCH = (
    "Mardi 14 novembre 2023, Anna Berg a quitté l’entreprise Volta. Le lendemain, le conseil d’administration a nommé "
    "Paul Roy à la tête de Volta. Les salariés pourraient faire grève lundi."
)
ENGLISH = "Volta fired Anna Berg on Friday. She sued the firm. Judge Carl Dunn may hear the case next month."


def told(text, *events, date="2023-11-20", mode="only", **more):
    return timeline.extract(text, date=date, proposals={"events": list(events), **more}, mode=mode)


def event(*quotes, **more):
    return {"quotes": [[quote, 0] if isinstance(quote, str) else quote for quote in quotes], **more}


def reasons(story):
    return {refusal.where: refusal.reason for refusal in story.refused}


def test_what_the_text_bears_out_is_taken_as_it_is():
    story = told(
        FRENCH,
        event("quitté", label="Anna Berg quitte Volta", did=["Anna Berg"], to=["Volta"], fact="factual", rank=1),
        event("nommé", label="Paul Roy à la tête de Volta", did=["conseil d'administration"], to=["Paul Roy"]),
        order=[0, 1],
    )
    assert story.refused == ()
    left, named = story.events
    assert (left.label, left.trigger.text, left.origin) == ("Anna Berg quitte Volta", "quitté", "proposal")
    assert [player.name for players in left.participants.values() for player in players] == ["Anna Berg", "Volta"]
    assert story.relation(left, named) == "BEFORE"
    assert left.salience > named.salience


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        (["l'entreprise Volta", 0], "l’entreprise Volta"),
        (["conseil d'administration", 0], "conseil d’administration"),
        (["Volta", 1], "Volta"),
        ("nommé", "nommé"),
    ],
)
def test_a_quote_is_found_whatever_its_typography(quote, found):
    story = told(FRENCH, {"quotes": [quote]})
    mention = story[0].trigger
    assert mention.text == found == FRENCH[mention.start : mention.end]


@pytest.mark.parametrize(
    ("quote", "reason"),
    [(["licencié", 0], "not in the text"), (["quitté", 1], "not in the text"), (["uitt", 0], "cuts a word")],
)
def test_a_quote_that_does_not_stand_is_refused_and_its_event_with_it(quote, reason):
    story = told(FRENCH, {"quotes": [quote], "label": "Anna Berg quitte Volta"})
    assert len(story) == 0
    assert reasons(story) == {"events[0].quotes[0]": reason, "events[0]": "none of its quotes stands"}


def test_one_place_tells_one_event():
    story = told(FRENCH, event("quitté"), event("quitté"))
    assert len(story) == 1
    assert reasons(story)["events[1].quotes[0]"] == "tells events[0]"


def test_events_proposed_as_one_are_one():
    story = told(ENGLISH, event("fired", did=["Volta"]), event("sued"), event("case"), same=[[1, 2]], order=[0, 2])
    assert [[mention.text for mention in e.mentions] for e in story] == [["fired"], ["sued", "case"]]


def test_invented_names_are_refused_and_words_of_the_text_become_mentions():
    story = told(FRENCH, event("faire grève", did=["Les salariés", "Zoé Martin"]))
    (player,) = story[0].participants["agent"]
    assert (player.text, player.kind) == ("Les salariés", "NOM") or player.text == "Les salariés"
    assert reasons(story) == {"events[0].did[1]": "not in the text"}


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("Anna Berg quitte Volta", True),
        ("Départ d’Anna Berg", True),
        ("Anna Berg quitte Volta le 14", True),
        ("Anna Berg quitte Volta avec 3 collègues", False),
        ("Anna Berg quitte Volta avec trois collègues", False),
        ("Zoé Martin quitte Volta", False),
        ("Anna Berg rejoint Tesla", False),
        ("<b>Anna Berg</b> quitte Volta", False),
        ("Anna Berg\u202e quitte Volta", False),
    ],
)
def test_a_headline_keeps_to_the_names_and_numbers_of_the_text(label, kept):
    story = told(FRENCH, event("quitté", label=label))
    assert (story[0].label == " ".join(label.split())) == kept
    assert bool(story.refused) != kept


def test_a_time_is_words_of_the_text_and_its_value_is_the_librarys():
    story = told(FRENCH, event("faire grève", time="lundi", start="1999-01-01", end="1999-01-02"))
    assert story[0].time.mention.text == "lundi"
    assert story[0].when is None or story[0].when.basis != "inferred"
    assert story.refused[0].where == "events[0].start"


@pytest.mark.parametrize(
    ("words", "reason"), [("jeudi", "not in the text"), ("grève", "no time that the library reads")]
)
def test_words_that_are_no_time_are_refused(words, reason):
    story = told(FRENCH, event("quitté", time=words))
    assert reasons(story)["events[0].time"] == reason


def test_a_date_without_words_is_inferred():
    story = told(ENGLISH, event("sued", start="2023-11-18", end="2023-11-20"))
    assert (story[0].when.basis, story[0].when.start) == ("inferred", datetime(2023, 11, 18))
    assert story[0].time is None
    assert story.anchored("2023-11-20")[0].when == story[0].when


def test_a_date_that_the_text_contradicts_is_refused():
    story = told(FRENCH, event("quitté", start="2020-01-01", end="2020-01-02"))
    assert story.refused[0].where == "events[0].start"
    assert story[0].when is None or story[0].when.basis != "inferred"


def test_the_order_of_the_text_stands_above_the_proposed_one():
    text = "Anna Berg left Volta after Paul Roy joined the board."
    story = told(text, event("left"), event("joined"), order=[0, 1])
    left, joined = (story.find(word)[0] for word in ("left", "joined"))
    assert story.relation(left, joined) == "AFTER"
    assert [refusal.where for refusal in story.refused] == ["order[1]"]


def test_a_proposed_order_can_be_explained_and_is_marked():
    story = told(ENGLISH, event("sued"), event("hear"), order=[0, 1])
    assert {claim.evidence.rule for claim in story.evidence if claim.type == "BEFORE"} >= {"proposed"}


def test_offices_stand_in_words_of_the_text():
    roles = [
        {"person": "Carl Dunn", "role": "Judge", "organisation": None},
        {"person": "Anna Berg", "role": "director", "organisation": "Volta"},
        {"person": "Bob Nye", "role": "Judge"},
    ]
    story = told(ENGLISH, roles=roles)
    assert [(held.person.name, held.role) for held in story.roles()] == [("Carl Dunn", "Judge")]
    assert reasons(story) == {"roles[1].role": "not in the text", "roles[2].person": "not in the text"}


def test_fill_adds_what_nobody_proposed():
    only = told(ENGLISH, event("sued", label="Anna Berg sues Volta"))
    filled = told(ENGLISH, event("sued", label="Anna Berg sues Volta"), mode="fill")
    assert [e.origin for e in only] == ["proposal"]
    assert {e.origin for e in filled} == {"both", "text"}
    assert filled.find("sues")[0].label == "Anna Berg sues Volta"


def test_check_is_the_librarys_own_story_with_the_differences():
    own = timeline.extract(ENGLISH, date="2023-11-20")
    checked = told(ENGLISH, event("fired", fact="negated", did=["Carl Dunn"]), event("case"), mode="check")
    assert [e.label for e in checked] == [e.label for e in own]
    assert [e.origin for e in checked.find("fired")] == ["both"]
    about = {difference.about for difference in checked.differences}
    assert {"factuality", "did"} <= about


def test_it_all_survives_json():
    story = told(ENGLISH, event("fired", did=["Zed"], start="2023-11-17", end="2023-11-18"), mode="check")
    assert story.refused
    assert timeline.Timeline.from_json(story.to_json()) == story


def test_ids_of_names_and_times_can_be_given():
    own = timeline.extract(ENGLISH, date="2023-11-20")
    berg = next(entity for entity in own.people if entity.name == "Anna Berg")
    friday = own.times[0]
    story = told(ENGLISH, event("fired", to=[berg.id], time=friday.id))
    assert story.refused == ()
    assert story[0].time.mention.text == friday.mention.text


def test_a_text_with_accents_apart_is_quoted_as_given():
    text = "Anna Berg a quitte\u0301 Volta."
    story = told(text, event("quitté"), event("quitte\u0301"))
    assert story[0].trigger.text == "quitte\u0301"


def test_a_function_is_asked_for_each_document():
    asked = []

    def propose(document):
        asked.append((document.id, document.lang))
        return {"events": [event("sued")]} if "sued" in document.text else None

    stories = list(
        timeline.extract_many(
            [(ENGLISH, {"id": "a"}), ("She left Volta.", {"id": "b"})], proposals=propose, mode="only"
        )
    )
    assert asked == [("a", "en"), ("b", "en")]
    assert [len(story) for story in stories] == [1, 0]
    assert reasons(stories[1]) == {"proposals": "not a mapping"}


def test_a_function_that_fails_fails_its_document_alone():
    def propose(document):
        if document.id == "bad":
            raise KeyError("no answer")
        return {"events": [event("sued")]}

    with pytest.raises(ProposalError, match="no answer"):
        timeline.extract(timeline.Document(ENGLISH, id="bad"), proposals=propose)
    with pytest.warns(timeline.TimelineWarning):
        stories = list(timeline.extract_many([(ENGLISH, {"id": "bad"}), (ENGLISH, {"id": "good"})], proposals=propose))
    assert isinstance(stories[0].error, ProposalError)
    assert stories[1].find("sued")


def test_a_document_can_bring_its_own():
    document = timeline.Document(ENGLISH, proposals={"events": [event("sued")]})
    assert [e.trigger.text for e in timeline.extract(document, mode="only")] == ["sued"]
    assert timeline.extract(document, mode="only").documents[0].proposals is None


@pytest.mark.parametrize("mode", ["all", "", None])
def test_a_mode_that_is_none_is_refused(mode):
    with pytest.raises(InvalidOptionError, match="fill, only, check"):
        timeline.extract(ENGLISH, proposals={}, mode=mode)


def test_what_cannot_go_to_another_process_is_refused():
    with pytest.raises(InvalidOptionError, match="n_process=1"):
        timeline.extract_many([ENGLISH], n_process=2, proposals=lambda _: None)
