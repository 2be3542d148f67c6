"""What is written grows with the story and no faster: counted in lines that are run, never by a clock."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from counting import steps

from timeline.formats.writers import WRITERS, write
from timeline.model import Document, Entity, Event, Mention, Participants, Relation, Timeline, TimeValue, Trigger
from timeline.reasoning.story import assemble

BEGIN = datetime(2001, 1, 1)
FEW, MANY = 100, 400
STEEPEST = 1.15  # sorting takes its logarithm


def story_of_days(days):
    """Return a story of two documents a day, each with two events, one of which both documents tell."""
    documents, entities, times, events, claims = [], [], [], [], []
    for number in range(days):
        day = BEGIN + timedelta(days=number)
        text = f"Anna{number} left Volta on {day:%Y-%m-%d}. It was known before. Paul followed."
        name = f"d{number}"
        documents.append(Document(text, date=f"{day:%Y-%m-%d}", lang="en", id=name))
        place = text.index("left")
        left = Trigger("left", place, place + 4, name, tense="PAST", timeml_class="OCCURRENCE")
        known = Trigger("known", text.index("known"), text.index("known") + 5, name, tense="PAST")
        passage = Mention(text[: text.index(".") + 1], 0, text.index(".") + 1, name)
        second = text.index("Paul")
        followed = Trigger("followed", second + 5, second + 13, name, tense="PAST", timeml_class="OCCURRENCE")
        who = Entity(
            id=f"x{number}", name=f"Anna{number}", type="PERSON", mentions=(Mention(f"Anna{number}", 0, 4, name),)
        )
        begins = text.index(f"{day:%Y}")
        time = TimeValue(
            id=f"t{number}",
            type="DATE",
            timex3=f"{day:%Y-%m-%d}",
            unresolved=f"{day:%Y-%m-%d}",
            start=day,
            end=day + timedelta(days=1),
            mention=Mention(f"{day:%Y-%m-%d}", begins, begins + 10, name),
        )
        one, two = f"e{2 * number + 1}", f"e{2 * number + 2}"
        cast = Participants({"person": (who,)})
        events.append(
            Event(
                id=one,
                label=f"Anna{number} left",
                trigger=left,
                mentions=(left, known),
                passage=passage,
                participants=cast,
            )
        )
        said = Mention(text[second:], second, len(text), name)
        events.append(Event(id=two, label=f"Paul followed {number}", trigger=followed, passage=said))
        claims.append(Relation(source=one, target=time.id, type="IS_INCLUDED"))
        claims.append(Relation(source=two, target=time.id, type="IS_INCLUDED"))
        claims.append(Relation(source=two, target=one, type="AFTER"))
        entities.append(who)
        times.append(time)
    return assemble(
        Timeline(
            documents=tuple(documents),
            reference_date=BEGIN + timedelta(days=days),
            entities=tuple(entities),
            times=tuple(times),
            events=tuple(events),
            evidence=tuple(claims),
        )
    )


def written(story, name):
    return write(replace(story), name)  # without what an earlier writer found out


@pytest.fixture(scope="module")
def stories():
    return [story_of_days(events // 2) for events in (FEW, MANY)]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", sorted(WRITERS.keys() - {"timeml"}))  # which holds one document
def test_writing_grows_with_the_story(stories, name):
    few, many = stories
    written(few, name)  # imports, templates, tables of words
    assert math.log(steps(written, many, name) / steps(written, few, name), MANY / FEW) <= STEEPEST
