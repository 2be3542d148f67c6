"""A small story written by hand: every factuality, dated and undated events, markup in names, exact offsets."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from timeline.model import (
    Document,
    Entity,
    Event,
    Evidence,
    Mention,
    Participants,
    Relation,
    Timeline,
    TimeValue,
    Trigger,
)
from timeline.reasoning.story import assemble

TEXT = (
    'Zoé <b>Brûlé</b> & fils, d\'« Œil "vif" », a quitté la société vendredi, '
    "peu avant que le conseil ne se réunisse.\r\n"
    "Selon Karl, elle avait été nommée en 2015. "
    "Elle pourrait revenir : lundi prochain, dit-on; ou ira-t-elle ailleurs ?\n"
    "\n"
    "Le conseil n'a pas voté. S'il avait voté, 😀 tout aurait changé à 14 h 30. Son départ étonne.\n"
)
DOCUMENT = Document(TEXT, date="2023-11-20", lang="fr", id="récit <1>", title='Départs & "retours" <i>: un #titre;')


def mention(words, occurrence=0, kind=""):
    place = [found.start() for found in re.finditer(re.escape(words), TEXT)][occurrence]
    return Mention(words, place, place + len(words), DOCUMENT.id, kind)


def trigger(words, occurrence=0, **told):
    place = mention(words, occurrence)
    return Trigger(place.text, place.start, place.end, place.document, **told)


def sentence_of(place):
    start = max(TEXT.rfind(mark, 0, place.start) + 1 for mark in ".?\n")
    start += len(TEXT[start:]) - len(TEXT[start:].lstrip())
    end = min(found for found in (TEXT.find(mark, place.end) for mark in ".?\n") if found >= 0) + 1
    return Mention(TEXT[start:end], start, end, DOCUMENT.id)


def event(key, label, word, *, mentions=(), **told):
    return Event(id=key, label=label, trigger=word, passage=sentence_of(word), mentions=mentions or (word,), **told)


def make_story():
    zoe = Entity(
        id="x1",
        name="Zoé <b>Brûlé</b> & fils",
        type="PERSON",
        mentions=(mention("Zoé <b>Brûlé</b> & fils", kind="NAM"), mention("elle", kind="PRO")),
        aliases=("Zoé",),
    )
    firm = Entity(id="x2", name='Œil "vif"', type="ORGANISATION", mentions=(mention('Œil "vif"', kind="NAM"),))
    karl = Entity(id="x3", name="Karl", type="PERSON", mentions=(mention("Karl", kind="NAM"),))
    times = (
        TimeValue(
            id="t1",
            type="DATE",
            timex3="",
            unresolved="XXXX-WXX-5 <",
            anchor="t0",
            mention=mention("vendredi"),
            rule="day",
        ),
        TimeValue(id="t2", type="DATE", timex3="", unresolved="2015", mention=mention("2015"), rule="year"),
        TimeValue(
            id="t3", type="DATE", timex3="", unresolved="XXXX-WXX-1 >", anchor="t0", mention=mention("lundi prochain")
        ),
        TimeValue(
            id="t4", type="TIME", timex3="", unresolved="2023-11-18T14:30", mention=mention("14 h 30"), mod="APPROX"
        ),
        TimeValue(id="t5", type="DURATION", timex3="", unresolved="P2D", begin_point="t1"),
    )
    left, again = trigger("quitté", lemma="quitter", tense="PAST"), trigger("départ", lemma="départ", pos="NOUN")
    events = (
        event(
            "e1",
            "Zoé <b>Brûlé</b> & fils: quitte #1; `Œil`",
            left,
            mentions=(left, again),
            type="Personnel.End-Position",
            participants=Participants({"person": [zoe], "organisation": [firm, mention("la société")]}),
            salience=0.9,
        ),
        event("e2", "Le conseil se réunit", trigger("réunisse", lemma="réunir", tense="PRESENT", modality="SUBJ")),
        event(
            "e3", "Nomination", trigger("nommée", lemma="nommer", tense="IMPERFECT"), factuality="reported", source=karl
        ),
        event("e4", "Retour", trigger("revenir", modality="pouvoir"), factuality="possible", confidence=0.625),
        event("e5", "title « ailleurs »", trigger("ira", tense="FUTURE"), factuality="future"),
        event("e6", "Vote", trigger("voté", 0, polarity="NEG"), factuality="negated", salience=0.25),
        event("e7", "Changement", trigger("changé", pos="OTHER"), factuality="counterfactual"),
        event("e8", "Étonnement", trigger("étonne", timeml_class="EVENT_CONTAINER"), source=mention("Son départ")),
    )
    told = Evidence("connective", mention("avant que"))
    near = Evidence("adverb & <co>", mention("vendredi"))  # overlaps a time: it cannot be a SIGNAL
    evidence = (
        Relation(source="e1", target="t1", type="IS_INCLUDED", evidence=near),
        Relation(source="e1", target="e2", type="BEFORE", confidence=0.9, evidence=told),
        Relation(source="e3", target="t2", type="IS_INCLUDED"),
        Relation(source="e4", target="t3", type="IS_INCLUDED", confidence=1 / 3),
        Relation(source="e7", target="t4", type="SIMULTANEOUS"),
        Relation(source="e5", target="t0", type="AFTER"),
        Relation(source="e8", target="e1", type="AFTER"),
    )
    return assemble(
        Timeline(
            documents=(DOCUMENT,),
            reference_date=datetime(2023, 11, 20),
            entities=(zoe, firm, karl),
            times=times,
            events=events,
            evidence=evidence,
        )
    )


@pytest.fixture(scope="session")
def story():
    return make_story()


@pytest.fixture(scope="session")
def two_documents(story):
    """The story and another short one, as one timeline."""
    text = "Ana part."
    word = Trigger("part", 4, 8, "deux")
    leaving = Event(id="e9", label="Ana part", trigger=word, passage=Mention(text, 0, 9, "deux"), mentions=(word,))
    return replace(
        story, documents=(*story.documents, Document(text, id="deux", lang="fr")), events=(*story.events, leaving)
    )
