"""English headlines of news: who, what, and nothing that hangs in the air."""

from __future__ import annotations

import pytest

from timeline.languages import get_language
from timeline.stages.events import find_events
from timeline.stages.state import get_entities, get_times

# Sentence, word of the event, its headline.
SAID = [
    # A noun joined to another opens a clause of its own, where a verb without a subject follows.
    (
        "The match began in a storm with heavy rain and players were hampered by rough winds.",
        "began",
        "Match begins in a storm with heavy rain",
    ),
    (
        "The match began in a storm with heavy rain and players were hampered by rough winds.",
        "hampered",
        "Players hampered by rough winds",
    ),
    ("The museum sold paintings and chairs and was closed.", "sold", "Museum sells paintings and chairs"),
    ("The storm with rain and wind damaged the roof.", "damaged", "Storm with rain and wind damages roof"),
    # What somebody says of a noun in passing.
    (
        "Leeds police arrested a man they say robbed three banks.",
        "arrested",
        "Leeds police arrest man they say robbed three banks",
    ),
    ("Leeds police arrested a man they say robbed three banks.", "robbed", "Man robs three banks"),
    ("The car they bought broke down.", "broke", "Car they bought breaks down"),
    # What a passive lacks is made room for; what stands behind an age or a quotation mark belongs to its verb.
    (
        "The six-year-old boy who arrived on British shores as a motherless child was returned to his father in Leeds.",
        "returned",
        "Six-year-old boy who arrived on British shores returned to his father in Leeds",
    ),
    (
        'The families urged the committee to reveal "everything that was recorded" on Monday.',
        "urged",
        "Families urge committee to reveal everything that was recorded",
    ),
    ("Officers took the driver, 43, into custody in Leeds.", "took", "Officers take driver into custody in Leeds"),
    (
        "The union has secured 325 out of a total of 650.",
        "secured",
        "Union secures 325 out of a total of 650",
    ),
    ("The crew wasn't ready to repair the ship.", "repair", "Crew was not ready to repair the ship"),
    # Whose it is, by name.
    ("Ada Roy was rescued on Monday. Her boat sank off Leeds.", "sank", "Ada Roy's boat sinks off Leeds"),
    ("Ada Banks was rescued on Monday. Her boat sank off Leeds.", "sank", "Ada Banks' boat sinks off Leeds"),
    ("A woman was rescued on Monday. Her boat sank off Leeds.", "sank", "Her boat sinks off Leeds"),
    # Several, and where the next clause begins.
    ("Two more MPs resigned from the council on Friday.", "resigned", "Two more MPs resign from the council"),
    (
        "The driver led officers on a chase in that truck and, at one point, hit a wall.",
        "led",
        "Driver leads officers on a chase in that truck",
    ),
    # Who speaks of themselves.
    ("I am ready to tell the truth.", "tell", "I am ready to tell the truth"),
    ("I ran up to the window.", "ran", "I ran up to the window"),
    ("I was ready to tell the truth.", "tell", "I was ready to tell the truth"),
    # What was caused was done.
    ("The storm caused the plane to crash.", "crash", "Plane crashes"),
    # Each clause of a title tells its own event.
    ("Jet crashes in Leeds, four sailors killed", "killed", "Four sailors killed"),
    # Whom a description names, behind a comma too; not where several are told of.
    ("The leader of the Leeds party, Ada Roy, resigned on Monday.", "resigned", "Ada Roy resigns"),
    ("The leader of the party resigned on Monday.", "resigned", "Leader of the party resigns"),
    ("The former lawyer and the judge, Ada Roy, quarrelled.", "quarrelled", "Former lawyer and the judge quarrel"),
    # What somebody is accused of, or did it after.
    ("Ada Roy, 28, is accused of robbing a bank in Leeds.", "accused", "Ada Roy accused of robbing a bank in Leeds"),
    ("Ada Roy was arrested after crashing a stolen car.", "arrested", "Ada Roy arrested after crashing a stolen car"),
    # By how much, how long, and where to.
    ("Volta climbed 7.8% by noon on Monday.", "climbed", "Volta climbs 7.8%"),
    ("Shares of Volta rose 7% to $60 in morning trading.", "rose", "Shares of Volta rise 7% to $60"),
    ("The repair took months.", "took", "Repair takes months"),
    ("The tanker ran aground off Leeds.", "ran", "Tanker runs aground off Leeds"),
    # What lost the clause that says which is left out, but not whom or what a deed needs.
    (
        "Volta laid off 4,800 people at plants that are not among those that the unions of the country closed down.",
        "laid",
        "Volta lays off 4,800 people",
    ),
    (
        "Orbita is to buy the carmaker Volta of Leeds from its founder in a deal which makes it the largest of all.",
        "buy",
        "Orbita is to buy the carmaker Volta of Leeds from its founder",
    ),
    # What somebody said then would come is to come.
    ("Ada Roy said Volta would drop the plan.", "drop", "Volta to drop plan"),
    ("Ada Roy said Volta would drop the plan.", "said", "Ada Roy says Volta will drop the plan"),
    ("Ada Roy would like to drop the plan.", "drop", "Ada Roy would like to drop the plan"),
    # Whoever speaks of themselves is named, and keeps their words; what is said is told with whom it is told to.
    ('"We sold the plant," Ada Roy told reporters.', "sold", "Ada Roy: we sold the plant"),
    ('"We sold the plant," Ada Roy told reporters.', "told", "Ada Roy says: we sold the plant"),
    ('"The deal will extend our reach," Ada Roy said.', "extend", "Ada Roy: deal will extend our reach"),
    ("The US will sell the jet.", "sell", "US to sell jet"),
    # Each of several, and on what condition.
    ("The teams of Leeds each scored in Paris.", "scored", "Teams of Leeds score in Paris"),
    ("More crews will strike unless there is progress.", "strike", "More crews to strike unless there is progress"),
    ("Ada Roy could win if Volta becomes the leader.", "becomes", "Volta may become leader"),
    # Who says another thing vouches not for what is said beside it.
    ("Orbita says the jet saves fuel, while Volta predicts a loss.", "predicts", "Volta predicts loss"),
    # What was not done until then had not been; a condition that is to come; a name with a number is no date.
    ("Iran had not won the cup before London 2012.", "won", "Iran had not won cup"),
    ("Ada Roy has not entered a plea.", "entered", "Ada Roy has not entered plea"),
    ("Volta will rule Orbita when the deal is completed.", "completed", "Deal to be completed"),
    # What had been done by then has been done; whose it is, where nobody knows, is not told.
    ("Volta said its offer had been approved.", "said", "Volta says its offer has been approved"),
    (
        "Volta said Ada Roy and her aide had left the firm.",
        "said",
        "Volta says Ada Roy and her aide have left the firm",
    ),
    ("Officials said the minister had a plan.", "said", "Officials say minister had a plan"),
    ("Crews searched for 21 people after their ferry sank off Leeds.", "sank", "Ferry sinks off Leeds"),
    # An object before a gerund.
    ("Hundreds of people fled the city's beaches fearing a flood.", "fled", "Hundreds of people flee city's beaches"),
    # Half a deed says nothing; a clause tells of no circumstance.
    (
        "The plane landed in Leeds after taking off from Paris.",
        "landed",
        "Plane lands in Leeds after taking off from Paris",
    ),
    (
        "The Dallas-bound flight of the airline landed at Philadelphia Airport after taking off from New York City.",
        "landed",
        "Dallas-bound flight of the airline lands at Philadelphia Airport",
    ),
    (
        "The worst fire in history, which killed ten people, was put out.",
        "killed",
        "Worst fire in history kills ten people",
    ),
    (
        "An English court freed three men, the Times reported.",
        "reported",
        "Times reports: English court frees three men",
    ),
    # A participle beside its noun, another verb behind it.
    ("A jet equipped with new tubes landed in Leeds.", "landed", "Jet equipped with new tubes lands in Leeds"),
    ("Alma, later downgraded to a gale, was expected to pass.", "downgraded", "Alma downgraded to a gale"),
    ("The storm moved to the coast, was downgraded and died.", "moved", "Storm moves to the coast"),
]


@pytest.mark.parametrize(("text", "word", "headline"), SAID)
def test_headlines_say_what_the_sentence_says(text, word, headline, nlp_en):
    assert _told(nlp_en(text))[word].label == headline


@pytest.mark.parametrize(
    ("text", "word", "factuality"),
    [
        ("Leeds police arrested a man they believe robbed three banks.", "robbed", "possible"),
        ("Leeds police arrested a man they say robbed three banks.", "robbed", "reported"),
        ("The crew was able to repair the ship.", "repair", "factual"),
        ("The crew was not able to repair the ship.", "repair", "negated"),
        ("The crew wasn't able to repair the ship.", "repair", "negated"),
        ("The crew is able to repair the ship.", "repair", "possible"),
        ("Ada Roy said that the crew was able to repair the ship.", "repair", "reported"),
        ("The crew would be able to repair the ship.", "repair", "possible"),
        ("The crew will be able to repair the ship if it wants.", "repair", "possible"),
    ],
)
def test_what_is_said_of_somebody_in_passing_stands_as_it_is_said(text, word, factuality, nlp_en):
    assert _told(nlp_en(text))[word].factuality == factuality


def test_what_two_verbs_of_saying_tell_of_one_another_ends(nlp_en):
    doc = nlp_en('"The idea that Leeds is not open to traders from outside has, I think, been buried," Mr. Nadir said.')
    assert "said" in _told(doc)


def test_a_question_is_less_salient_than_what_is_told(nlp_en):
    told = _told(nlp_en("The crew found the wreck on Monday. It was not clear what caused the crash."))
    assert told["caused"].salience < told["found"].salience


def _told(doc):
    found = find_events(doc, get_language("en"), get_entities(doc), get_times(doc))
    return {event.trigger.text: event for event in found}
