"""TimeML in both forms, and what is said of files that are not TimeML."""

import pytest

from timeline.errors import CorpusError, FormatError
from timeline.evaluation import read_timeml
from timeline.evaluation.corpus import read_corpus

TEMPEVAL = """<?xml version="1.0" ?>
<TimeML>
<DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-05" functionInDocument="CREATION_TIME">March 5</TIMEX3></DCT>
<TITLE>Not in the text</TITLE>
<TEXT>
The Volta &amp; Cie board <EVENT eid="e1" class="OCCURRENCE">met</EVENT> \
<TIMEX3 tid="t1" type="DATE" value="2021-03-04" anchorTimeID="t0">yesterday</TIMEX3>.
It <SIGNAL sid="s1">then</SIGNAL> <EVENT eid="e2" class="I_ACTION">refused</EVENT>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="PAST" aspect="PERFECTIVE" polarity="NEG" pos="VERB"/>
<MAKEINSTANCE eventID="e2" eiid="ei3" tense="PRESENT" aspect="NONE" polarity="POS" pos="VERB"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei3"/>
<TLINK lid="l3" relType="BEFORE" timeID="t1" relatedToTime="t0"/>
<TLINK lid="l4" relType="BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei99"/>
<TLINK lid="l5" relType="OVERLAP_BEFORE" eventInstanceID="ei1" relatedToEventInstance="ei2"/>
<SLINK lid="l6" relType="MODAL" eventInstanceID="ei1" subordinatedEventInstance="ei2"/>
</TimeML>
"""

FRENCH = """<TimeML>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t1" type="DATE" value="2021-03-05"/></DCT>
<TEXT>Elle <EVENT eid="e1" eiid="ei1" class="OCCURRENCE" pos="VERB" tense="PAST" polarity="NEG">partit</EVENT> \
<TIMEX3 tid="t2" type="DATE" value="2021-03-04" anchorTimeID="t1">hier</TIMEX3> pour \
<EVENT eid="e2" eiid="ei2" class="I_STATE" vform="INFINITIVE">espérer</EVENT>\
<TIMEX3 tid="t3" type="DURATION" value="P1D" beginPoint="t1" endPoint="t2"/>.</TEXT>
<TLINK lid="l1" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t1"/>
</TimeML>
"""


@pytest.fixture
def write(tmp_path):
    def write(content, name="a.tml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf8")
        return path

    return write


def test_offsets_count_the_characters_inside_text(write):
    document = read_timeml(write(TEMPEVAL))
    assert document.text.startswith("\nThe Volta & Cie board met yesterday.\nIt then refused.")
    for span in (*document.events, *document.times):
        assert document.text[span.start : span.end] == span.text


def test_tempeval_form(write):
    document = read_timeml(write(TEMPEVAL))
    assert (document.id, document.date) == ("a", "2021-03-05")
    met, refused = document.events
    assert (met.timeml_class, met.tense, met.polarity, met.instances) == ("OCCURRENCE", "PAST", "POS", ("ei1",))
    assert (refused.tense, refused.aspect, refused.polarity) == ("PAST", "PERFECTIVE", "NEG")
    assert refused.instances == ("ei2", "ei3")
    assert [(time.id, time.value, time.anchor) for time in document.times] == [("t1", "2021-03-04", "t0")]


def test_links_speak_of_events_and_leave_out_what_cannot_be_told(write):
    links = read_timeml(write(TEMPEVAL)).relations
    assert [(link.source, link.type, link.target) for link in links] == [
        ("e1", "IS_INCLUDED", "t1"),
        ("e1", "BEFORE", "e2"),
        ("t1", "BEFORE", "t0"),
    ]


def test_french_form_has_attributes_and_instance_on_the_event(write):
    document = read_timeml(write(FRENCH))
    left, hope = document.events
    assert (left.tense, left.polarity, left.aspect, left.instances) == ("PAST", "NEG", "NONE", ("ei1",))
    assert hope.tense == "INFINITIVE"


def test_creation_time_is_t0_whatever_its_name(write):
    document = read_timeml(write(FRENCH))
    assert document.relations[0].target == "t0"
    yesterday, lasting = document.times
    assert (yesterday.anchor, lasting.begin_point, lasting.end_point) == ("t0", "t0", "t2")


def test_empty_tag_stands_where_it_is(write):
    empty = read_timeml(write(FRENCH)).times[1]
    assert (empty.text, empty.start, empty.end) == ("", 29, 29)


def test_empty_tags_of_a_known_event_are_instances_of_it(write):
    again = '<EVENT eid="e1" eiid="ei8" class="STATE"/><EVENT eid="e9" eiid="ei9" class="STATE"/></TEXT>'
    document = read_timeml(write(FRENCH.replace("</TEXT>", again).replace('eventInstanceID="ei1"', 'eventID="ei8"')))
    assert [(event.id, event.text, event.instances) for event in document.events] == [
        ("e1", "partit", ("ei1", "ei8")),
        ("e2", "espérer", ("ei2",)),
        ("e9", "", ("ei9",)),
    ]
    assert document.relations[0].source == "e1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<TimeML>\n<TEXT>a<EVENT eid='e1'></TEXT></TimeML>", "a.tml: Line 2, column 26: this is no XML"),
        (
            "<TimeML>\n  <TEXT>a <EVENT class='STATE'>b</EVENT></TEXT></TimeML>",
            "a.tml: Line 2, column 11: <EVENT> has no attribute eid",
        ),
        ("<TimeML><TEXT/><TLINK/></TimeML>", "a.tml: Line 1, column 16: <TLINK> has no attribute relType"),
        ("<TimeML></TimeML>", "no <TEXT> element"),
        ("", "a.tml: Line 1, column 1: this is no XML"),
        ("<html/>", "root element is <html>"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><TimeML><TEXT>&a;</TEXT></TimeML>', "entities"),
    ],
)
def test_bad_files_are_told_with_their_place(write, content, message):
    with pytest.raises(FormatError) as caught:
        read_timeml(write(content))
    assert message in str(caught.value)


def test_corpus_reads_subfolders_by_name_and_takes_parts(write, tmp_path):
    for name in ("two/b.tml", "one/c.tml", "two/a.tml"):
        write(FRENCH, name)
    kind, documents = read_corpus(tmp_path)
    assert (kind, [document.id for document in documents]) == ("timeml", ["a", "b", "c"])
    assert [document.id for document in read_corpus(tmp_path, every=2)[1]] == ["a", "c"]
    assert [document.id for document in read_corpus(tmp_path, every=2, offset=1)[1]] == ["b"]
    assert [document.id for document in read_corpus(tmp_path, only="[bc]")[1]] == ["b", "c"]


def test_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match="nothing to evaluate"):
        read_corpus(tmp_path)
