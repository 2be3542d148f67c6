"""Tenures out of role facts and events, without any text."""

from datetime import datetime

import pytest

from timeline.model import Entity, Event, Granularity, Mention, Participants, RoleFact, Timeline, TimeValue, Trigger
from timeline.reasoning.tenures import tenures

ADA = Entity(id="x1", name="Ada Roy", type="PERSON")
BEN = Entity(id="x2", name="Ben Sol", type="PERSON")
FIRM = Entity(id="x3", name="Valtor", type="ORGANISATION")
OTHER = Entity(id="x4", name="Nordane", type="ORGANISATION")
ENTITIES = (ADA, BEN, FIRM, OTHER)
START, END = "Personnel.Start-Position", "Personnel.End-Position"


def fact(person, role, organisation=FIRM, status="current", lasting=False):
    place = organisation.id if organisation else None
    return RoleFact(
        person=person.id,
        role=role,
        organisation=place,
        status=status,
        mention=Mention(role, 0, 1, "d"),
        lasting=lasting,
    )


def day(number):
    start, end = datetime(2023, 11, number), datetime(2023, 11, number + 1)
    text = f"2023-11-{number}"
    return TimeValue(id=f"t{number}", type="DATE", timex3=text, granularity=Granularity.DAY, start=start, end=end)


def event(number, type, person, *, organisation=FIRM, position=None, factuality="factual", dated=True):
    trigger = Trigger("word", number, number + 1, "d")
    participants = {"person": [person]}
    if organisation:
        participants["organisation"] = [organisation]
    if position:
        participants["position"] = [Mention(position, 0, 1, "d")]
    return Event(
        id=f"e{number}",
        label=f"event {number}",
        trigger=trigger,
        passage=trigger,
        type=type,
        participants=Participants(participants),
        time=day(number) if dated else None,
        earliest=datetime(2023, 11, number),
        latest=datetime(2023, 11, number + 2),
        factuality=factuality,
    )


def told(facts, events, reference=None):
    story = Timeline(entities=ENTITIES, role_facts=tuple(facts), events=tuple(events), reference_date=reference)
    return {
        (t.person.name, t.role, t.organisation and t.organisation.name): (
            t.since and t.since.timex3,
            t.until and t.until.timex3,
        )
        for t in tenures(story)
    }


def test_a_fact_alone_is_a_tenure_without_dates():
    assert told([fact(ADA, "PDG")], []) == {("Ada Roy", "PDG", "Valtor"): (None, None)}


def test_events_date_a_tenure():
    dated = told([fact(ADA, "PDG")], [event(2, START, ADA, position="PDG"), event(9, END, ADA)])
    assert dated == {("Ada Roy", "PDG", "Valtor"): ("2023-11-2", "2023-11-9")}


def test_a_former_role_ended_before_the_reference_date():
    assert told([fact(ADA, "PDG", status="former")], [], datetime(2023, 11, 20)) == {
        ("Ada Roy", "PDG", "Valtor"): (None, "../2023-11-20")
    }


def test_who_is_dismissed_held_what_the_successor_takes():
    facts = [fact(BEN, "PDG", status="interim")]
    assert told(facts, [event(2, END, ADA), event(4, START, BEN, position="PDG intérimaire")]) == {
        ("Ben Sol", "PDG", "Valtor"): ("2023-11-4", None),
        ("Ada Roy", "PDG", "Valtor"): (None, "2023-11-2"),
    }


def test_only_the_first_to_go_without_a_title_is_the_predecessor():
    third = Entity(id="x5", name="Cleo Ray", type="PERSON")
    facts = [fact(BEN, "PDG", status="interim")]
    events = [event(2, END, ADA), event(3, END, third), event(4, START, BEN, position="PDG")]
    story = Timeline(entities=(*ENTITIES, third), role_facts=tuple(facts), events=tuple(events))
    assert {(tenure.person.name, tenure.role) for tenure in tenures(story)} == {("Ben Sol", "PDG"), ("Ada Roy", "PDG")}


def test_who_leaves_as_a_founder_was_not_the_chief():
    facts = [fact(BEN, "PDG", status="interim"), fact(ADA, "cofondatrice", lasting=True)]
    assert ("Ada Roy", "PDG", "Valtor") not in told(facts, [event(2, END, ADA), event(4, START, BEN, position="PDG")])


def test_a_successor_bounds_the_end():
    facts = [fact(ADA, "PDG"), fact(BEN, "PDG")]
    events = [event(2, START, ADA, position="PDG"), event(6, START, BEN, position="PDG")]
    assert told(facts, events)["Ada Roy", "PDG", "Valtor"] == ("2023-11-2", "2023-11-02/2023-11-07")


def test_who_takes_over_gets_the_predecessors_role():
    facts = [fact(ADA, "PDG"), fact(BEN, "PDG", OTHER, status="former")]
    events = [event(2, START, ADA, position="PDG"), event(6, START, BEN, organisation=OTHER)]
    assert told(facts, events)["Ben Sol", "PDG", "Valtor"] == ("2023-11-6", None)


def test_no_tenure_ends_before_it_begins():
    events = [event(9, START, ADA, position="PDG"), event(2, END, ADA)]
    assert told([fact(ADA, "PDG")], events) == {("Ada Roy", "PDG", "Valtor"): ("2023-11-9", None)}


def test_bounds_of_an_end_open_at_the_beginning():
    events = [event(5, START, ADA, position="PDG"), event(4, END, ADA, dated=False)]
    assert told([fact(ADA, "PDG")], events) == {("Ada Roy", "PDG", "Valtor"): ("2023-11-5", "2023-11-05/2023-11-06")}


def test_a_successor_takes_the_title_as_it_was_said_last():
    facts = [fact(ADA, "directrice générale adjointe"), fact(ADA, "directrice générale")]
    events = [event(2, START, ADA), event(6, START, BEN)]
    assert ("Ben Sol", "directrice générale", "Valtor") in told(facts, events)


def test_founders_stay_founders():
    facts = [fact(ADA, "cofondatrice", lasting=True), fact(ADA, "présidente")]
    assert told(facts, [event(5, END, ADA)]) == {
        ("Ada Roy", "cofondatrice", "Valtor"): (None, None),
        ("Ada Roy", "présidente", "Valtor"): (None, "2023-11-5"),
    }


@pytest.mark.parametrize("factuality", ["possible", "negated", "counterfactual"])
def test_what_did_not_happen_dates_nothing(factuality):
    assert told([fact(ADA, "PDG")], [event(5, END, ADA, factuality=factuality)]) == {
        ("Ada Roy", "PDG", "Valtor"): (None, None)
    }


def test_bounds_stand_in_for_times():
    assert told([fact(ADA, "PDG")], [event(5, END, ADA, dated=False)]) == {
        ("Ada Roy", "PDG", "Valtor"): (None, "2023-11-05/2023-11-07")
    }
