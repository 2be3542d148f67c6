"""spaCy DocBin, displaCy, and CoNLL-U Plus."""

import conllu
import pytest
import spacy
from spacy import displacy
from spacy.tokens import DocBin

from timeline.formats.conll import COLUMNS
from timeline.formats.docbin import displacy_options
from timeline.model import Document, Timeline

GROUPS = ("timeline_events", "timeline_times", "timeline_entities")


def docs_of(story):
    return list(DocBin().from_bytes(story.to_docbin()).get_docs(spacy.blank("fr").vocab))


def test_docbin_has_the_text_and_three_groups_of_spans(story):
    (doc,) = docs_of(story)
    assert doc.text == story.documents[0].text
    assert set(doc.spans) == set(GROUPS)
    events = {(span.id_, span.text, span.label_) for span in doc.spans["timeline_events"]}
    assert {
        ("e1", "quitté", "OCCURRENCE"),
        ("e1", "départ", "OCCURRENCE"),
        ("e8", "étonne", "EVENT_CONTAINER"),
    } <= events
    times = {(span.id_, span.text, span.kb_id_) for span in doc.spans["timeline_times"]}
    assert ("t3", "lundi prochain", "2023-11-27") in times
    people = {(span.id_, span.text) for span in doc.spans["timeline_entities"] if span.label_ == "PERSON"}
    assert ("x3", "Karl") in people
    assert not doc.ents


@pytest.mark.parametrize("group", GROUPS)
def test_displacy_draws_the_spans_escaped(story, group):
    (doc,) = docs_of(story)
    html = displacy.render(doc, style="span", options=displacy_options(group), jupyter=False)
    assert "<b>" not in html
    labels = {span.label_ for span in doc.spans[group]} - {"EVENT_CONTAINER"}
    assert all(displacy_options(group)["colors"][label] in html for label in labels)


def test_docbin_of_several_documents_and_of_none(two_documents, tmp_path):
    assert [doc.text for doc in docs_of(two_documents)] == [document.text for document in two_documents.documents]
    assert docs_of(Timeline()) == []
    path = tmp_path / "story.spacy"
    assert two_documents.to_docbin(path) == path.read_bytes() == two_documents.to_docbin()


@pytest.mark.parametrize("lang", [None, "de", "zz", "ja"])
def test_any_language_has_words(lang):
    (doc,) = docs_of(Timeline(documents=(Document("Ein Wort.", lang=lang),)))
    assert doc[0].text == "Ein"


# -- CoNLL-U Plus ------------------------------------------------------------------------------------------------------


def rows_of(text):
    """Read CoNLL-U Plus with the library for it, which lets columns pass that are there too often or not at all."""
    names = tuple(text.partition("\n")[0].removeprefix("# global.columns = ").split(" "))
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    assert all(len(line.split("\t")) == len(names) and all(line.split("\t")) for line in lines)
    rows = [token for sentence in conllu.parse(text) for token in sentence]
    assert len(rows) == len(lines)
    return [{name.upper(): value for name, value in row.items()} for row in rows]


def test_conll_has_a_word_a_line_with_offsets(story):
    text = story.documents[0].text
    rows = rows_of(story.to_conll())
    assert tuple(rows[0]) == COLUMNS
    for row in rows:
        misc = row["MISC"]
        start, end = int(misc["start_char"]), int(misc["end_char"])
        assert text[start:end] == row["FORM"]
        assert (misc.get("SpaceAfter") == "No") == (end < len(text) and not text[end].isspace())
    words = "".join(row["FORM"] for row in rows)
    assert words == "".join(text.split())


def test_conll_marks_what_the_timeline_says(story):
    rows = {row["FORM"]: row for row in rows_of(story.to_conll())}
    assert (rows["quitté"]["TIMELINE:EVENT"], rows["quitté"]["TIMELINE:EVENT_ID"]) == ("B-OCCURRENCE", "e1")
    assert [rows[word]["TIMELINE:TIME"] for word in ("lundi", "prochain", "dit")] == ["B-DATE", "I-DATE", "O"]
    assert rows["prochain"]["TIMELINE:TIMEX3"] == "2023-11-27"
    assert rows["Karl"]["TIMELINE:ENTITY_ID"] == "x3"


def test_conll_sentences_count_from_one(story):
    blocks = story.to_conll().split("\n\n")
    assert blocks[-1] == ""
    numbers = [line.partition("\t")[0] for line in blocks[1].splitlines() if not line.startswith("#")]
    assert numbers == [str(place) for place in range(1, len(numbers) + 1)]


def test_conll_of_nothing_and_of_several(two_documents):
    assert rows_of(Timeline().to_conll()) == []
    assert two_documents.to_conll().count("# newdoc id = ") == 2
