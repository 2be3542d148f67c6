"""Tenures out of role facts and events, without any text."""

from dataclasses import replace
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


def words(text, start):
    return Mention(text, start, start + len(text), "d")


def time_at(year, start):
    return TimeValue(
        id=f"y{year}",
        type="DATE",
        timex3=str(year),
        start=datetime(year, 1, 1),
        end=datetime(year + 1, 1, 1),
        mention=words(str(year), start),
    )


def test_years_in_the_text_date_a_tenure():
    held = replace(fact(ADA, "maire"), since=words("2010", 20), until=words("2014", 30))
    story = Timeline(entities=ENTITIES, role_facts=(held,), times=(time_at(2010, 20), time_at(2014, 30)))
    (tenure,) = tenures(story)
    assert (tenure.since.timex3, tenure.until.timex3, tenure.status) == ("2010", "2014", "former")


def test_how_long_goes_to_the_one_office_that_somebody_holds():
    how_long = replace(fact(ADA, ""), since=words("2010", 20))
    story = Timeline(entities=ENTITIES, role_facts=(fact(ADA, "PDG"), how_long), times=(time_at(2010, 20),))
    assert [(tenure.role, tenure.since.timex3) for tenure in tenures(story)] == [("PDG", "2010")]


@pytest.mark.parametrize(
    ("gender", "role"), [("m", "directeur général"), ("f", "directrice générale"), ("", "directrice générale")]
)
def test_a_title_taken_over_suits_the_newcomer(gender, role):
    newcomer = replace(BEN, gender=gender)
    forms = ("directeur général", "directrice générale")
    said = replace(fact(ADA, "directrice générale"), office="directeur général", forms=forms)
    begins = event(6, START, newcomer)
    story = Timeline(entities=(ADA, newcomer, FIRM), role_facts=(said,), events=(event(2, START, ADA), begins))
    assert [tenure.role for tenure in tenures(story)] == ["directrice générale", role]


def test_a_deputy_is_no_chief():
    deputy = replace(fact(ADA, "deputy mayor"), office="deputy_mayor")
    assert set(told([deputy, fact(ADA, "mayor")], [])) == {
        ("Ada Roy", "deputy mayor", "Valtor"),
        ("Ada Roy", "mayor", "Valtor"),
    }


def test_an_announced_tenure_is_future():
    story = Timeline(
        entities=ENTITIES,
        role_facts=(fact(ADA, "PDG", status="future"),),
        events=(event(9, START, ADA, position="PDG", factuality="future"),),
        reference_date=datetime(2023, 11, 5),
    )
    assert [(tenure.status, tenure.since.timex3) for tenure in tenures(story)] == [("future", "2023-11-9")]


def test_who_is_called_so_holds_it_whatever_was_ahead_once():
    """« le président Roux … avant qu'il ne devienne président »."""
    story = Timeline(
        entities=ENTITIES,
        role_facts=(fact(ADA, "PDG"), fact(ADA, "PDG", status="future")),
        events=(event(9, START, ADA, position="PDG", factuality="future", dated=False),),
        reference_date=datetime(2023, 11, 20),
    )
    assert [tenure.status for tenure in tenures(story)] == ["current"]


def test_a_named_predecessor_held_what_the_newcomer_takes():
    begins = event(6, START, BEN, position="PDG")
    begins = replace(begins, participants=Participants({**begins.participants, "predecessor": [ADA]}))
    assert told([fact(BEN, "PDG")], [begins]) == {
        ("Ben Sol", "PDG", "Valtor"): ("2023-11-6", None),
        ("Ada Roy", "PDG", "Valtor"): (None, "2023-11-6"),
    }


def test_a_death_ends_what_was_held():
    dies = replace(event(6, "Life.Die", ADA), participants=Participants({"victim": [ADA]}))
    assert told([fact(ADA, "reine"), fact(ADA, "présidente", OTHER, "former")], [dies]) == {
        ("Ada Roy", "reine", "Valtor"): (None, "2023-11-6"),
        ("Ada Roy", "présidente", "Nordane"): (None, None),
    }


def test_a_beginning_without_a_body_is_that_of_the_only_office():
    begins = replace(event(2, START, ADA), participants=Participants({"person": [ADA]}))
    assert told([fact(ADA, "PDG")], [begins]) == {("Ada Roy", "PDG", "Valtor"): ("2023-11-2", None)}
    several = [fact(ADA, "PDG"), fact(ADA, "maire", OTHER)]
    assert told(several, [begins])["Ada Roy", "maire", "Nordane"] == (None, None)


def test_a_leaving_long_ago_ends_what_the_text_calls_former():
    left = replace(event(2, END, ADA), participants=Participants({"person": [ADA]}))
    facts = (fact(ADA, "PDG"), fact(ADA, "maire", OTHER, "former"))
    story = Timeline(entities=ENTITIES, role_facts=facts, events=(left,), reference_date=datetime(2025, 1, 1))
    ends = {tenure.role: tenure.until and tenure.until.timex3 for tenure in tenures(story)}
    assert ends == {"PDG": None, "maire": "2023-11-2"}
