"""TimeML, changed anywhere, is refused in words or works like any other."""

import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline

from .amount import share, tried
from .invariants import answers, hold, or_refused
from .test_timelines import TEXTS

FOREIGN = """<?xml version="1.0" ?><TimeML><DOCID>a</DOCID><DCT><TIMEX3 tid="t0" type="DATE" value="2020-01-02"
functionInDocument="CREATION_TIME">2 January</TIMEX3></DCT><TEXT>She <EVENT eid="e1" class="OCCURRENCE">left</EVENT>
<SIGNAL sid="s1">before</SIGNAL> <TIMEX3 tid="t1" type="DATE" value="2019-12">December</TIMEX3> and <EVENT eid="e2"
class="REPORTING">said</EVENT> so.</TEXT><MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" pos="VERB"
polarity="POS"/><MAKEINSTANCE eventID="e2" eiid="ei2" tense="PAST" aspect="NONE" pos="VERB" polarity="NEG"/><TLINK
lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t1" signalID="s1"/><SLINK eventInstanceID="ei2"
subordinatedEventInstance="ei1" relType="MODAL"/>
<CONFIDENCE tagType="EVENT" tagID="e1" confidenceValue="0.5"/></TimeML>"""
VALUES = (
    "",
    "t0",
    "t1",
    "e1",
    "ei1",
    "e" + "9" * 5000,
    "PAST",
    "DURATION",
    "XXXX-WXX-5",
    "P1Y",
    "NaN",
    "-1",
    "&lt;",
    "9999-12-31",
)


@pytest.fixture(scope="module")
def files():
    stories = [timeline.extract(text, date="2023-11-20", lang=lang) for lang, text in TEXTS.items()]
    return [story.to_timeml(tempeval=form) for story in stories for form in (False, True)] + [FOREIGN] * 3


def changed(draw, text):
    """Return TimeML with one to three changes: attributes, tags, characters."""
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("value", "value", "attribute", "tag", "characters", "cut", "double")))
        found = list(re.finditer(r'(\w+)="([^"]*)"' if kind in ("value", "attribute") else r"<[^>]+>", text))
        if kind == "characters" or not found:
            place = draw(st.integers(0, len(text)))
            text = text[:place] + draw(st.text(st.characters(), max_size=4)) + text[place:]
            continue
        match = draw(st.sampled_from(found))
        if kind == "value":
            value = draw(st.sampled_from(VALUES) | st.text(st.characters(), max_size=6))
            text = text[: match.start(2)] + value + text[match.end(2) :]
        elif kind == "double":
            text = text[: match.end()] + match[0] + text[match.end() :]
        elif kind == "cut":
            text = text[: match.start()]
        else:
            text = text[: match.start()] + text[match.end() :]
    return text


@share(0.2)
@given(data=st.data())
def test_changed_timeml_is_refused_or_works(files, data):
    tried["TimeML files"] += 1
    text = changed(data.draw, data.draw(st.sampled_from(files)))
    source = text.encode(data.draw(st.sampled_from(("utf8", "utf-16", "latin-1"))), "replace")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", timeline.TimelineWarning)
        for given_source in (text, source):
            story = timeline.Timeline()
            with or_refused():
                story = timeline.Timeline.from_timeml(given_source)
            hold(story)
            answers(story)
