"""A Doc laid out once, with shared names, on Docs built by hand."""

import gc
import weakref

import pytest
import spacy
from spacy.tokens import Doc

from timeline.errors import LanguageDataError
from timeline.languages.contract import Scheme
from timeline.languages.loading import room_from
from timeline.syntax import Form, Role, word_at, words_of
from timeline.syntax.relations import names_of
from timeline.syntax.words import head_among, once_a_word, places_of, words_within


def doc_of(code, words, heads, deps, **kwargs):
    return Doc(spacy.blank(code).vocab, words=words, heads=heads, deps=deps, **kwargs)


def french():
    return doc_of(
        "fr",
        ["Anna", "Roy", "est", "nommée", "par", "Volta"],
        [3, 0, 3, 3, 5, 3],
        ["nsubj:pass", "flat:name", "aux:pass", "ROOT", "case", "obl:agent"],
        morphs=["", "", "VerbForm=Fin|Tense=Pres", "VerbForm=Part|Tense=Past|Gender=Fem|Number=Sing", "", ""],
    )


def test_french_and_english_labels_have_the_same_names():
    english = doc_of(
        "en",
        ["Anna", "Roy", "was", "named", "by", "Volta"],
        [1, 3, 3, 3, 3, 4],
        ["compound", "nsubjpass", "auxpass", "ROOT", "agent", "pobj"],
        tags=["NNP", "NNP", "VBD", "VBN", "IN", "NNP"],
    )
    fr, en = words_of(french()), words_of(english)
    assert fr[0].role == en[1].role == Role.PASSIVE_SUBJECT
    assert fr[2].role == en[2].role == Role.PASSIVE_AUXILIARY
    assert fr[5].role == en[4].role == Role.AGENT
    assert {Form.PARTICIPLE, Form.PAST} <= fr[3].form & en[3].form


@pytest.mark.parametrize(
    ("code", "label", "role"),
    [
        ("fr", "aux:tense", Role.AUXILIARY),
        ("fr", "obl:arg:of", Role.OBLIQUE_ARGUMENT),
        ("fr", "nsubj:caus", Role.SUBJECT),
        ("en", "dobj", Role.OBJECT),
        ("en", "neg", Role.NEGATION),
        ("en", "whatever", Role.OTHER),
        ("xx", "iobj", Role.INDIRECT_OBJECT),
    ],
)
def test_labels(code, label, role):
    assert names_of(code).role(label) == role


@pytest.mark.parametrize(
    ("tag", "form"), [("NNS", Form.PLURAL), ("MD", Form.MODAL), ("WP", Form.RELATIVE), ("VBD", Form.PAST)]
)
def test_tags_tell_of_form(tag, form):
    assert form in names_of("en").forms("", tag)
    assert form not in names_of("en").forms("", "JJ")


def test_a_doc_is_laid_out_once_and_again_when_its_parse_changes():
    doc = french()
    words = words_of(doc)
    assert words_of(doc) is words
    assert word_at(doc[3]) is words[3]
    doc[5].dep_ = "obl:mod"
    assert words_of(doc)[5].role == Role.ADJUNCT


def test_a_layout_does_not_keep_its_doc():
    doc = french()
    words_of(doc)
    gone = weakref.ref(doc)
    del doc
    gc.collect()
    assert gone() is None


def test_places_in_the_tree():
    words = words_of(french())
    assert [word.text for word in words[3].lefts] == ["Anna", "est"]
    assert [word.text for word in words[5].ancestors] == ["nommée"]
    assert words[3].is_ancestor(words[4])
    assert not words[4].is_ancestor(words[3])


@pytest.mark.parametrize(
    ("data", "told"),
    [({"rolls": {}}, "rolls"), ({"roles": {"subject": "nsubj"}}, "an array"), ({"roles": []}, "a table")],
)
def test_a_room_refuses_what_it_does_not_know(data, told):
    with pytest.raises(LanguageDataError, match=told):
        room_from(Scheme, data, "scheme.toml")


@pytest.mark.parametrize("code", ["fr", "en"])
def test_phrases_have_the_words_and_the_head_that_spacy_gives_them(code, pipelines):
    text = {
        "fr": "Le conseil de Volta a évincé vendredi soir son directeur général, Ada Roy.",
        "en": "On Friday evening the board of Volta ousted its chief executive, Ada Roy.",
    }[code]
    doc = pipelines[code](text)
    words = words_of(doc)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            span = doc.char_span(start, end, alignment_mode="expand")
            found = words_within(words, start, end)
            assert [word.i for word in found] == [token.i for token in span]
            assert not found or head_among(found).i == span.root.i


def test_places_of_words_are_those_of_their_lower_case(pipelines):
    doc = pipelines["en"]("The board fired the chairman.")
    words = words_of(doc)
    assert places_of(words)["the"] == [0, 3]
    assert places_of([]) == {}


def test_a_rule_is_asked_once_a_word_and_again_when_the_parse_has_changed():
    asked = []

    @once_a_word
    def letters(word):
        asked.append(word.text)
        return len(word)

    doc = doc_of("en", ["Cats", "sleep"], [1, 1], ["nsubj", "ROOT"])
    assert [letters(word) for word in (*words_of(doc, "en"), *words_of(doc, "en"))] == [4, 5, 4, 5]
    assert asked == ["Cats", "sleep"]
    doc[0].dep_ = "dobj"
    assert letters(words_of(doc, "en")[0]) == 4
    assert asked == ["Cats", "sleep", "Cats"]
