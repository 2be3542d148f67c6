"""TimeML: valid, offsets true, read back equal, and read from other tools."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from timeline.errors import FormatError, TimelineWarning
from timeline.model import Document, Event, Evidence, Mention, Relation, Timeline, TimeValue, Trigger
from timeline.reasoning.story import assemble

DTD = etree.DTD(str(Path(__file__).parent / "timeml_1.2.1.dtd"))


def parsed(xml):
    """Read with someone else's parser, entities off."""
    return etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def spans(root, name):
    """Return where the elements of a name stand, counted in the root's own text."""
    found = {}
    place = 0

    def walk(element):
        nonlocal place
        start = place
        place += len(element.text or "")
        for child in element:
            walk(child)
            place += len(child.tail or "")
        if element.tag == name and place > start:
            found[element.get("eid") or element.get("tid") or element.get("sid")] = (start, place)

    walk(root)
    return found


def small(text, *events, **told):
    """Return an assembled timeline whose events are the given spans of a text."""
    document = Document(text, id="d")
    made = tuple(
        Event(
            id=f"e{number}",
            label=text[start:end],
            trigger=(word := Trigger(text[start:end], start, end, "d")),
            passage=Mention(text, 0, len(text), "d"),
            mentions=(word,),
        )
        for number, (start, end) in enumerate(events, start=1)
    )
    return assemble(Timeline(documents=(document,), events=made, **told))


# -- writing -----------------------------------------------------------------------------------------------------------


def test_is_valid_against_the_dtd(story):
    assert DTD.validate(parsed(story.to_timeml())), DTD.error_log


def test_the_text_of_the_file_is_the_text_of_the_document(story):
    root = parsed(story.to_timeml())
    assert "".join(root.itertext()) == story.documents[0].text
    assert spans(root, "EVENT")["e1"] == (story["e1"].trigger.start, story["e1"].trigger.end)
    assert spans(root, "TIMEX3")["t1"] == (story["t1"].mention.start, story["t1"].mention.end)
    told = next(link for link in story.relations if link.evidence.rule == "connective").evidence.span
    assert spans(root, "SIGNAL") == {"s1": (told.start, told.end)}


def test_reads_back_equal(story):
    assert Timeline.from_timeml(story.to_timeml()) == story
    assert Timeline.from_timeml(story.to_timeml()).to_timeml() == story.to_timeml()


def test_claims_that_were_refused_come_back(story):
    refused = Relation(source="e2", target="e1", type="BEFORE", confidence=0.1, evidence=Evidence("guess"))
    story = assemble(replace(story, evidence=(refused, *story.evidence)))
    assert refused not in story.relations
    assert Timeline.from_timeml(story.to_timeml()) == story


def test_the_form_of_tempeval(story):
    written = story.to_timeml(tempeval=True)
    root = parsed(written)
    assert "".join(root.find("TEXT").itertext()) == story.documents[0].text
    assert root.find("DCT/TIMEX3").get("value") == "2023-11-20"
    assert root.findtext("DOCID") == story.documents[0].id
    assert Timeline.from_timeml(written) == story


def test_writes_the_file(story, tmp_path):
    path = tmp_path / "story.tml"
    assert story.to_timeml(path) == path.read_bytes().decode("utf8")
    assert Timeline.from_timeml(path) == Timeline.from_timeml(str(path)) == Timeline.from_timeml(path.read_bytes())


def test_a_file_holds_one_document(two_documents):
    with pytest.raises(FormatError, match="deux"):
        two_documents.to_timeml()
    with pytest.raises(FormatError, match="'trois'"):
        two_documents.to_timeml(document="trois")
    back = Timeline.from_timeml(two_documents.to_timeml(document="deux"))
    assert [(event.id, event.trigger.text) for event in back] == [("e9", "part")]
    assert DTD.validate(parsed(two_documents.to_timeml(document="récit <1>")))


@pytest.mark.parametrize(
    ("events", "inline"),
    [
        pytest.param([(0, 4), (5, 9)], {"e1", "e2"}, id="apart"),
        pytest.param([(0, 4), (0, 4)], {"e1"}, id="the same"),
        pytest.param([(0, 9), (5, 9)], {"e1"}, id="inside"),
        pytest.param([(2, 7), (5, 9)], {"e1"}, id="across"),
        pytest.param([(0, 4), (4, 5)], {"e1", "e2"}, id="touching"),
    ],
)
def test_overlapping_mentions_stay_valid_and_come_back(events, inline):
    story = small("abcd efgh", *events)
    root = parsed(story.to_timeml())
    assert DTD.validate(root), DTD.error_log
    assert "".join(root.itertext()) == "abcd efgh"
    assert set(spans(root, "EVENT")) == inline
    assert Timeline.from_timeml(story.to_timeml()) == story


def test_characters_that_xml_cannot_hold_are_replaced_with_a_warning():
    with pytest.warns(TimelineWarning, match="FFFD"):
        written = small("ab\x00cd\ud800 e", (3, 5)).to_timeml()
    assert Timeline.from_timeml(written)["e1"].trigger.text == "cd"
    assert Timeline.from_timeml(written).documents[0].text == "ab\ufffdcd\ufffd e"


def test_an_unresolved_time_has_a_value_that_the_dtd_allows():
    time = TimeValue(
        id="t1", type="DATE", timex3="", unresolved="XXXX-XX-XX -1D", anchor="t0", mention=Mention("hier", 0, 4, "d")
    )
    story = small("hier", times=(time,))
    assert DTD.validate(parsed(story.to_timeml())), DTD.error_log
    back = Timeline.from_timeml(story.to_timeml())
    assert back == story
    assert back.anchored("2024-03-01")["t1"].timex3 == "2024-02-29"


def test_nothing_is_a_valid_file():
    assert DTD.validate(parsed(Timeline().to_timeml()))
    assert len(Timeline.from_timeml(Timeline().to_timeml())) == 0


RELATIONS = ("BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "SIMULTANEOUS", "IBEFORE", "BEGINS", "ENDED_BY", "DURING")


@st.composite
def stories(draw):
    text = draw(st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'\r\n\t"), min_size=2))
    count = draw(st.integers(1, 5))
    places = [
        sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True))) for _ in range(count)
    ]
    names = [f"e{number}" for number in range(1, count + 1)]
    links = draw(
        st.lists(
            st.builds(
                Relation,
                source=st.sampled_from(names),
                target=st.sampled_from(["t0", *names]),
                type=st.sampled_from(RELATIONS),
                confidence=st.floats(0, 1),
                evidence=st.builds(Evidence, st.text(max_size=5).filter(str.isprintable), span=st.none()),
            ).filter(_two_sided),
            max_size=6,
        )
    )
    day = draw(st.none() | st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)).map(_to_the_second))
    return small(text, *places, reference_date=day, evidence=tuple(links))


def _two_sided(link):
    return link.source != link.target


def _to_the_second(moment):
    return moment.replace(microsecond=0)


@given(stories())
@settings(max_examples=60, deadline=None)
def test_every_story_is_valid_and_comes_back(story):
    written = story.to_timeml()
    root = parsed(written)
    text = "".join(root.itertext())
    assert DTD.validate(root), DTD.error_log
    assert text == story.documents[0].text
    assert Timeline.from_timeml(written) == story


# -- other tools' files ------------------------------------------------------------------------------------------------

TEMPEVAL = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="TimeML_1.2.1.xsd">
<DOCID>demo</DOCID>
<DCT><TIMEX3 tid="t9" type="DATE" value="2020-03-02" functionInDocument="CREATION_TIME">March 2, 2020</TIMEX3></DCT>
<TITLE>Not part of the text</TITLE>
<TEXT>The mayor <EVENT eid="e1" class="REPORTING" stem="say">said</EVENT> the bridge may
<EVENT eid="e2" class="OCCURRENCE">close</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t0" type="DATE"
value="2020-03-06" anchorTimeID="t9" temporalFunction="true">Friday</TIMEX3>. She had not
<EVENT eid="e3" class="OCCURRENCE">resigned</EVENT>.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei10" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e2" eiid="ei11" tense="INFINITIVE" aspect="NONE" polarity="POS" pos="VERB" modality="may"/>
<MAKEINSTANCE eventID="e3" eiid="ei12" tense="PAST" aspect="PERFECTIVE" polarity="NEG" pos="VERB"/>
<MAKEINSTANCE eventID="e3" eiid="ei13" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei10" relatedToTime="t9" origin="USER"/>
<TLINK lid="l2" relType="IS_INCLUDED" eventInstanceID="ei11" relatedToTime="t0" signalID="s1"/>
<TLINK lid="l3" relType="AFTER" eventInstanceID="ei13" relatedToEventInstance="ei11"/>
<SLINK lid="l4" relType="EVIDENTIAL" eventInstanceID="ei10" subordinatedEventInstance="ei11"/>
</TimeML>
"""

FRENCH = """<?xml version='1.0' encoding='ISO-8859-1'?>
<!-- a comment --><TimeML>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t1" type="DATE" value="1999-05-17" /></DCT>
<TEXT>Le maire <EVENT class="I_STATE" eid="e9" eiid="ei9" pos="VERB" pred="ESPÉRER" tense="IMPERFECT">espérait</EVENT>
<EVENT class="OCCURRENCE" eid="e2" eiid="ei2" pos="VERB" pred="RÉÉLIRE" vform="INFINITIVE">être réélu</EVENT>
<TIMEX3 tid="t3" type="DATE" value="1999">cette année</TIMEX3> ; il
<EVENT class="OCCURRENCE" eid="e4" eiid="ei4" tense="FUTURE">partira</EVENT>.
</TEXT>
<TLINK eventInstanceID="ei9" lid="l1" relType="BEFORE" relatedToTime="t1" />
<TLINK eventInstanceID="ei2" lid="l2" relType="IS_INCLUDED" relatedToTime="t3" />
<SLINK eventInstanceID="ei9" lid="l3" relType="MODAL" subordinatedEventInstance="ei2" />
</TimeML>
"""


def test_reads_the_form_of_tempeval():
    story = Timeline.from_timeml(TEMPEVAL)
    document = story.documents[0]
    assert (document.id, document.title, document.text[:14]) == ("demo", "Not part of the text", "The mayor said")
    assert story.reference_date == datetime(2020, 3, 2)
    assert [(time.id, time.timex3, time.mention.text) for time in story.times] == [("t10", "2020-03-06", "Friday")]
    said, closed = story["e1"], story["e2"]
    assert (said.trigger.lemma, said.timeml_class, said.trigger.tense) == ("say", "REPORTING", "PAST")
    assert document.text[closed.trigger.start : closed.trigger.end] == "close"
    assert closed.time == story["t10"]
    assert closed.sentence.startswith("The mayor")
    assert closed.sentence.endswith("Friday.")
    assert story.relation("e1", "t0") == "BEFORE"
    assert story.relation("e1", "e2") == "BEFORE"
    link = next(link for link in story.relations if link.target == "t10")
    assert link.evidence.span.text == "on"
    assert [event.factuality for event in (said, closed, story["e3"])] == ["factual", "possible", "negated"]
    # The second instance of e3 is an event of its own.
    assert (story["e4"].trigger, story["e4"].factuality) == (
        replace(story["e3"].trigger, aspect="NONE", polarity="POS", factuality="factual"),
        "factual",
    )
    assert story.relation("e4", "e2") == "AFTER"


@pytest.mark.parametrize("source", [FRENCH, FRENCH.encode("latin-1")], ids=["text", "bytes in the declared encoding"])
def test_reads_the_form_of_the_french_timebank(source):
    story = Timeline.from_timeml(source)
    assert story.reference_date == datetime(1999, 5, 17)
    hoped, elected, leaves = story["e9"], story["e2"], story["e4"]
    assert (hoped.trigger.lemma, hoped.trigger.tense) == ("espérer", "IMPERFECT")
    assert (elected.trigger.tense, elected.factuality) == ("INFINITIVE", "possible")
    assert leaves.factuality == "future"
    assert elected.time.timex3 == "1999"
    assert story.relation("e9", "t0") == "BEFORE"
    assert DTD.validate(parsed(story.to_timeml())), DTD.error_log


def test_reads_what_is_only_a_text_with_times():
    story = Timeline.from_timeml(
        '<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\nVu <TIMEX3 tid="t1" type="DATE" value="2001-02">'
        "en février 2001</TIMEX3>.\n</TimeML>"
    )
    assert [time.start for time in story.times] == [datetime(2001, 2, 1)]
    assert story.reference_date is None


def test_discontinuous_and_repeated_tags_are_one_event():
    story = Timeline.from_timeml(
        "<TimeML><EVENT eid='e1' eiid='ei1' class='STATE'>a eu</EVENT> hier "
        "<EVENT eid='e1' eiid='ei1' class='STATE'>lieu</EVENT><EVENT eid='e1' eiid='ei2' class='STATE'/></TimeML>"
    )
    assert [[mention.text for mention in event.mentions] for event in story] == [["a eu", "lieu"]]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param('<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t77"/>', id="nowhere"),
        pytest.param('<TLINK lid="l1" relType="OVERLAP" eventID="e1" relatedToEvent="e2"/>', id="no relation of 1.2.1"),
        pytest.param('<TLINK lid="l1" relType="BEFORE"/>', id="no sides"),
    ],
)
def test_links_that_say_nothing_are_left_out_with_a_warning(link):
    with pytest.warns(TimelineWarning, match="1 TLINKs"):
        story = Timeline.from_timeml(
            f"<TimeML><EVENT eid='e1' eiid='ei1'>part</EVENT> <EVENT eid='e2'>vient</EVENT>{link}</TimeML>"
        )
    assert (len(story), story.relations) == (2, ())


def test_times_of_another_kind_are_left_out_with_a_warning():
    with pytest.warns(TimelineWarning, match="1 TIMEX3"):
        story = Timeline.from_timeml("<TimeML><TIMEX3 tid='t1' type='TEMPONYM' value='x'>la crise</TIMEX3></TimeML>")
    assert story.times == ()


# -- bad files ---------------------------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE TimeML [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<TimeML>&b;</TimeML>'
OUTSIDE = '<!DOCTYPE TimeML [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<TimeML>&x;</TimeML>'
PARAMETER = '<!DOCTYPE TimeML [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]>\n<TimeML/>'
SKIPPED = '<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>caf&eacute;</TimeML>'


@pytest.mark.parametrize(
    ("xml", "where"),
    [
        pytest.param("<TimeML>\n<EVENT eid='e1'>", "Line 2, column 17", id="ends early"),
        pytest.param("<TimeML>\n  <b></TimeML>", "Line 2, column 8", id="wrong nesting"),
        pytest.param("<TimeML>&nbsp;</TimeML>", "Line 1, column 9", id="unknown entity"),
        pytest.param(
            "<TimeML>\n\n <EVENT>x</EVENT></TimeML>", "Line 3, column 2: <EVENT> has no attribute eid", id="no id"
        ),
        pytest.param("<TimeML><TIMEX3 type='DATE'/></TimeML>", "Line 1, column 9.*tid", id="no tid"),
        pytest.param("<TimeML><TLINK eventID='e1'/></TimeML>", "Line 1, column 9.*relType", id="no relation"),
        pytest.param("<TimeML><MAKEINSTANCE eiid='ei1'/></TimeML>", "Line 1.*eventID", id="no event"),
        pytest.param("<TimeML><CONFIDENCE tagID='l1' confidenceValue='x'/></TimeML>", "Line 1.*number", id="no number"),
        pytest.param("<html>\n</html>", "Line 1, column 1.*<html>", id="no TimeML"),
        pytest.param("<", "Line 1", id="nearly nothing"),
        pytest.param("", "begins with", id="nothing"),
        pytest.param("Un texte.\nSans balises.\n", "begins with", id="plain text"),
        pytest.param("  <?xml version='1.0'?><TimeML/>", "Line 1", id="blanks before the declaration"),
        pytest.param(LAUGHS, "Line 1.*entities", id="entity expansion"),
        pytest.param(OUTSIDE, "Line 1.*entities", id="external entity"),
        pytest.param(PARAMETER, "Line 1.*entities", id="parameter entity"),
        pytest.param(SKIPPED, "Line 2, column 12.*eacute", id="entity of an external DTD"),
        pytest.param("<TimeML>a\x00b</TimeML>", "Line 1", id="null"),
        pytest.param("<TimeML>a\ud800b</TimeML>", "surrogate", id="half a surrogate pair"),
        pytest.param(b"<TimeML>\n\xff</TimeML>", "Line 2", id="bytes that are no UTF-8"),
        pytest.param(
            '<TimeML><EVENT eid="e1" comment=\'{"salience": "x"}\'>a</EVENT></TimeML>', "comments", id="comment"
        ),
        pytest.param("<TimeML comment='{\"entities\": [1]}'/>", "comments", id="comment of the root"),
    ],
)
def test_a_bad_file_gets_an_error_that_says_where(xml, where):
    with pytest.raises(FormatError, match=f"(?s){where}"):
        Timeline.from_timeml(xml)


def test_a_missing_file_is_missing():
    with pytest.raises(FileNotFoundError):
        Timeline.from_timeml("no-such-file.tml")
