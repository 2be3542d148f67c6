"""Triggers of invented sentences, their TimeML attributes, and what weights must keep."""

import json
from pathlib import Path

import numpy as np
import pytest
import spacy

import timeline
from timeline.languages import get_language
from timeline.spacy_factories import STAGES
from timeline.stages.events.detection import describe, describe_all, detect
from timeline.stages.events.features import extract_features, word_codes
from timeline.stages.events.linear import LinearModel, model_of, read_model, save_model

CORPUS = Path(__file__).parents[2] / "corpus"
ROWS = [
    pytest.param(
        lang,
        row,
        id=f"{lang}-{row['text']}",
        marks=[pytest.mark.xfail(strict=True, reason=row["gap"])] if "gap" in row else [],
    )
    for lang in ("fr", "en")
    for row in map(json.loads, (CORPUS / lang / "detection.jsonl").read_text("utf8").splitlines())
]


def parse(pipelines, lang, text):
    nlp = pipelines[lang]
    with nlp.select_pipes(disable=[f"timeline_{stage}" for stage in STAGES]):
        return nlp(text)


def attributes(trigger):
    return [trigger.timeml_class, trigger.tense, trigger.aspect, trigger.polarity, trigger.modality]


def agrees(given, wanted):
    return all(right in ("*", left) for left, right in zip(given, wanted, strict=True))


@pytest.mark.parametrize(("lang", "row"), ROWS)
def test_sentence(pipelines, lang, row):
    doc = parse(pipelines, lang, row["text"])
    found = {detection.trigger.text: detection.trigger for detection in detect(doc, get_language(lang))}
    for word, wanted in row["events"].items():
        assert word in found
        assert agrees(attributes(found[word]), wanted), attributes(found[word])
    assert not set(row["others"]) & set(found)


@pytest.mark.parametrize(
    ("lang", "text", "word"),
    [
        pytest.param("en", "He was ill last week.", "ill", id="passing state"),
        pytest.param("en", "Thousands saw the ship sink.", "sink", id="bare infinitive read as a noun"),
    ],
)
@pytest.mark.xfail(strict=True, reason="states are rare in the training corpora; the tagger errs on bare infinitives")
def test_known_gaps(pipelines, lang, text, word):
    doc = parse(pipelines, lang, text)
    assert word in [detection.trigger.text for detection in detect(doc, get_language(lang))]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_detections_are_in_order_and_exact(pipelines, lang):
    text = " ".join(row["text"] for code, row in (param.values for param in ROWS) if code == lang)
    doc = parse(pipelines, lang, text)
    found = detect(doc, get_language(lang))
    assert [d.token for d in found] == sorted({d.token for d in found})
    for detection in found:
        trigger = detection.trigger
        assert text[trigger.start : trigger.end] == trigger.text == doc[detection.token].text
        assert 0 < detection.confidence <= 1
        assert trigger.factuality == "factual"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_same_answer_twice_and_for_a_given_span(pipelines, lang):
    doc = parse(pipelines, lang, ROWS[0].values[1]["text"] if lang == "fr" else "The board ousted the director.")
    language = get_language(lang)
    first = detect(doc, language)
    assert first == detect(doc, language)
    for detection in first:
        assert describe(doc, detection.trigger.start, detection.trigger.end, language).trigger == detection.trigger


def test_describe_finds_the_head_of_a_longer_span(pipelines):
    text = "Le navire a fait naufrage mardi."
    doc = parse(pipelines, "fr", text)
    start = text.index("a fait")
    detection = describe(doc, start, start + len("a fait"), get_language("fr"))
    assert (detection.trigger.text, doc[detection.token].text) == ("a fait", "fait")


def test_describe_keeps_the_given_order(pipelines):
    text = "Elle part puis revient."
    doc = parse(pipelines, "fr", text)
    spans = [(text.index(word), text.index(word) + len(word)) for word in ("revient", "part")]
    assert [d.trigger.text for d in describe_all(doc, spans, get_language("fr"))] == ["revient", "part"]
    assert describe_all(doc, [], get_language("fr")) == ()


def test_describe_refuses_a_place_without_words(pipelines):
    doc = parse(pipelines, "fr", "Elle part.")
    with pytest.raises(ValueError, match="offsets"):
        describe(doc, 50, 60, get_language("fr"))


def test_empty_and_blank(pipelines):
    for text in ("", " \n "):
        assert detect(parse(pipelines, "fr", text), get_language("fr")) == ()


def test_language_without_weights_takes_verbs(pipelines, monkeypatch):
    monkeypatch.setattr("timeline.stages.events.detection.model_of", lambda _: None)
    doc = parse(pipelines, "fr", "La directrice a quitté Paris.")
    assert [d.trigger.text for d in detect(doc, get_language("fr"))] == ["quitté"]
    assert describe(doc, 16, 22, get_language("fr")).trigger.timeml_class == "OCCURRENCE"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_weights_say_what_they_were_trained_on(lang):
    about = model_of(get_language(lang)).about
    assert about["corpora"]
    assert about["events"] > 800
    assert {"spacy", "scikit-learn", "numpy"} <= set(about["versions"])


def test_model_survives_writing(tmp_path):
    model = LinearModel(
        codes=np.array([3, 8], np.uint32),
        event=np.array([0.5, -1.0], np.float32),
        event_bias=0.25,
        classes=("OCCURRENCE", "STATE"),
        kinds=np.array([[1.0, 0.0], [0.0, 2.0]], np.float32),
        kinds_bias=np.zeros(2, np.float32),
        threshold=0.4,
        about={"corpora": ["invented"]},
    )
    one, other = tmp_path / "one.npz", tmp_path / "other.npz"
    save_model(model, one)
    save_model(read_model(one), other)
    assert one.read_bytes() == other.read_bytes()
    assert read_model(one).about == model.about


def test_word_code_is_the_feature_of_the_word():
    nlp = spacy.blank("fr")
    doc = nlp("Limogeage")
    features = extract_features(doc, get_language("fr"))
    assert word_codes([nlp.vocab.strings["limogeage"]])[0] in features.codes


def test_a_trigger_has_a_letter(pipelines):
    doc = parse(pipelines, "fr", "@Norvik: Contacté le port à #Kiel il y a peu, pas de courant. Prière = Kiel pleure.")
    assert all(any(map(str.isalpha, d.trigger.text)) for d in detect(doc, get_language("fr")))


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "Un homme de 25 ans nommé Yann Roux a été tué lundi.", ["tué"]),
        ("fr", "La loi sur la santé, dite Valtor, a été adoptée en 2010.", ["adoptée"]),
        ("fr", "Yann Roux a été nommé préfet lundi.", ["nommé"]),
        ("en", "A man named Carl Dunn was arrested on Monday.", ["arrested"]),
        ("en", "The board called Carl Dunn to a meeting.", ["called", "meeting"]),
    ],
)
def test_how_somebody_is_called_is_no_event(lang, text, told):
    assert sorted(event.trigger.text for event in timeline.extract(text, lang=lang)) == told
