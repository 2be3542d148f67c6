"""What merging gives for every kind of input, in every order."""

import itertools
from dataclasses import replace

import pytest
from bank_of_stories import NAMES, merged, parts

import timeline
from timeline import Document, Timeline
from timeline.errors import InvalidDateError


def read(text, **known):
    return timeline.extract(Document(text, **{"lang": "fr", "date": "2024-03-15", **known}))


@pytest.mark.parametrize("name", NAMES)
def test_one_by_one_is_all_at_once_in_any_order(name):
    whole = merged(name)
    backwards = Timeline()
    for part in reversed(parts(name)):
        backwards = timeline.merge([backwards, part])
    assert backwards == whole
    assert timeline.merge([timeline.merge(parts(name)[:3]), timeline.merge(parts(name)[3:])]) == whole


def test_any_order_of_few_gives_the_same():
    some = parts(NAMES[0])[:3]
    assert all(timeline.merge(order) == timeline.merge(some) for order in itertools.permutations(some))


@pytest.mark.parametrize("name", NAMES)
def test_the_same_text_twice_is_told_once(name):
    for part in parts(name):
        document = part.documents[0]
        again = timeline.extract(replace(document, id="again"))
        story = timeline.merge([part, again])
        assert len(story) == len(part)
        assert len(story.documents) == 2
        assert timeline.merge([part, part]) == part


def test_nothing_merged_is_an_empty_story():
    assert timeline.merge([]) == Timeline()
    assert timeline.merge([Timeline(), Timeline()]) == Timeline()


def test_an_empty_document_stays_among_the_documents():
    empty, told = read("", id="empty"), read("Ada Roy a quitté Valtor vendredi.", id="told")
    story = timeline.merge([told, empty])
    assert {document.id for document in story.documents} == {"empty", "told"}
    assert len(story) == len(told)


def test_a_failed_document_keeps_its_text_and_tells_nothing():
    failed = Timeline(documents=(Document("Texte perdu ?", id="failed"),), error=InvalidDateError("no date"))
    story = timeline.merge([failed, read("Ada Roy a quitté Valtor vendredi.", id="told")])
    assert "Texte perdu ?" in {document.text for document in story.documents}
    assert story.error is None
    assert len(story) == 1


def test_two_documents_of_one_id_are_two():
    one = read("Ada Roy a quitté Valtor vendredi.", id="a")
    two = read("Paul Astier a fondé Sodrex à Lyon en 2009.", id="a")
    story = timeline.merge([one, two])
    assert sorted(document.id for document in story.documents) == ["a", "a~2"]
    texts = {document.id: document.text for document in story.documents}
    mentions = [mention for event in story for mention in event.mentions]
    assert all(texts[mention.document][mention.start : mention.end] == mention.text for mention in mentions)
    assert timeline.merge([story, one]) == story


def test_without_any_date_order_within_a_document_is_kept_and_none_is_made_up():
    one = timeline.extract(Document("Ada Roy a fondé Valtor, puis elle a quitté Valtor.", lang="fr", id="a"))
    two = timeline.extract(Document("Paul Astier partira demain.", lang="fr", id="b"))
    three = timeline.extract(Document("Nadia Ferry est arrivée hier.", lang="fr", id="c"))
    story = timeline.merge([one, two, three])
    names = {event.trigger.text: event for event in story}
    assert story.relation(names["fondé"], names["quitté"]) == "BEFORE"
    assert story.relation(names["arrivée"], names["partira"]) is None


def test_what_is_to_come_on_monday_may_be_over_by_friday():
    monday = timeline.extract(Document("Ada Roy rencontrera Paul Astier.", lang="fr", date="2024-03-11", id="a"))
    friday = timeline.extract(Document("Nadia Ferry a quitté Sodrex hier.", lang="fr", date="2024-03-15", id="b"))
    story = timeline.merge([monday, friday])
    names = {event.trigger.text: event for event in story}
    assert story.relation(names["rencontrera"], names["quitté"]) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_merged_story_is_read_back_from_json(name):
    assert Timeline.from_json(merged(name).to_json()) == merged(name)


def test_corrections_of_the_parts_and_of_the_whole_stay():
    one = read("Ada Roy a quitté Valtor vendredi. Un nuage passe.", id="a")
    two = read("Paul Astier a fondé Sodrex à Lyon en 2009.", id="b")
    three = read("Nadia Ferry est arrivée lundi à Brest.", id="c")
    corrected = one.relabelled(one.find("quitté")[0], "Roy quitte Valtor", by="desk", at="2024-03-16")
    story = timeline.merge([two, corrected])
    assert story.find("quitté")[0].label == "Roy quitte Valtor"
    assert story.edits == corrected.edits
    again = story.redated(story.find("fondé")[0], "2010", by="desk", at="2024-03-17")
    grown = timeline.merge([again, three])
    assert str(grown.find("fondé")[0].time) == str(again.find("fondé")[0].time)
    assert grown.edits == again.edits
    assert timeline.merge([grown, one]) == grown, "the corrected reading of a document stands for it"
    assert Timeline.from_json(grown.to_json()) == grown


def test_what_a_correction_was_of_may_be_gone():
    story = timeline.merge([read("Ada Roy a quitté Valtor.", id="a"), read("Paul Astier a fondé Sodrex.", id="b")])
    kept = story.relabelled(story.find("fondé")[0], "Astier fonde Sodrex")
    edit = replace(
        kept.edits[0], target=replace(kept.edits[0].target, mention=replace(kept.edits[0].target.mention, text="vendu"))
    )
    grown = timeline.merge([replace(kept, edits=(edit,)), read("Nadia Ferry est arrivée.", id="c")])
    assert grown.unfit == (edit,)


def test_languages_may_be_mixed():
    french = read("Ada Roy a démissionné de Valtor vendredi.", id="fr")
    english = timeline.extract(
        Document("Ada Roy resigned from Valtor on Friday.", lang="en", date="2024-03-15", id="en")
    )
    spanish = timeline.extract(Document("El lunes.", lang="fr", date="2024-03-15", id="es"))
    story = timeline.merge([french, english, spanish])
    assert {mention.document for event in story for mention in event.mentions} >= {"fr", "en"}
    assert len(story.find("Ada Roy")) == 1, "one departure, told in two languages"
    assert [person.name for person in story.people].count("Ada Roy") == 1
