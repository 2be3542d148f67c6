"""Three stories, each told by six short articles in two languages: what must join, what must not."""

from collections import Counter

import pytest
from bank_of_stories import NAMES, bank, entity_of, event_of, merged

LEAST_JOINED = 0.85


def test_most_of_what_must_join_joins():
    wanted = joined = 0
    for name in NAMES:
        story = merged(name)
        for group in bank(name)["join"]:
            events = [event_of(story, *place) for place in group]
            most = max(Counter(event.id for event in events if event).values(), default=1)
            wanted += len(group) - 1
            joined += most - 1
    assert joined / wanted >= LEAST_JOINED


@pytest.mark.parametrize("name", NAMES)
def test_nothing_joins_that_must_not(name):
    story = merged(name)
    for one, other in bank(name)["apart"]:
        first, second = event_of(story, *one), event_of(story, *other)
        assert first is None or first != second, (one, other)


@pytest.mark.parametrize("name", NAMES)
def test_people_and_bodies_are_one_across_documents(name):
    story = merged(name)
    for called, documents in bank(name)["same"]:
        found = [entity_of(story, document, called) for document in documents]
        assert len({entity.id for entity in found if entity}) == 1, called


@pytest.mark.parametrize("name", NAMES)
def test_homonyms_stay_apart(name):
    story = merged(name)
    for one, other in bank(name)["different"]:
        assert entity_of(story, *one) != entity_of(story, *other)


@pytest.mark.parametrize("name", NAMES)
def test_every_mention_stays_with_its_document(name):
    story = merged(name)
    texts = {document.id: document.text for document in story.documents}
    spans = [mention for item in (*story.events, *story.entities) for mention in item.mentions]
    assert spans
    assert all(texts[span.document][span.start : span.end] == span.text for span in spans)
