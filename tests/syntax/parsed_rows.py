"""Docs built by hand, out of rows of form, lemma, part of speech, tag, label, head and features."""

import json
from pathlib import Path

import spacy
from spacy.tokens import Doc

CORPUS = Path(__file__).parents[1] / "corpus"


def doc_of(code, rows):
    forms, lemmas, pos, tags, deps, heads, morphs = (list(column) for column in zip(*rows, strict=True))
    vocab = spacy.blank(code).vocab
    return Doc(vocab, words=forms, lemmas=lemmas, pos=pos, tags=tags, deps=deps, heads=heads, morphs=morphs)


def table(name):
    """The rows of a table of parsed sentences, by language."""
    for path in sorted(CORPUS.glob(f"*/{name}.jsonl")):
        for line in path.read_text("utf8").splitlines():
            yield path.parent.name, json.loads(line)
