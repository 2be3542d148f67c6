"""A larger parser that teaches the reader's own: two-way LSTMs and biaffine attention, too slow to be shipped.

It learns from the same treebanks. What it reads in raw news is then learnt by the small parser beside the treebanks.

References
----------
Dozat and Manning 2017, Deep Biaffine Attention for Neural Dependency Parsing.
Kim, Jernite, Sontag and Rush 2016, Character-Aware Neural Language Models (words from their letters).
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import networkx
import numpy
import torch
from spacy.vocab import Vocab
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from timeline.evaluation.treebanks import Sentence

STEPS = 2000
_WORDS_A_BATCH = 600
_UNKNOWN, _ROOT = 1, 2  # 0 pads
_FREQUENT = 2  # a word has a vector of its own from so many occurrences
_LONGEST_WORD = 20
_WORD_DROPOUT = 0.25
_DROPOUT = 0.33
_LEARN_RATE = 0.002


@dataclass(frozen=True, slots=True)
class Guess:
    """A tree that the teacher reads, and how likely it holds its least likely attachment."""

    sentence: Sentence
    confidence: float


class Biaffine(nn.Module):
    """Scores every word as the head of every other, and every relation between the two."""

    def __init__(self, *, words: int, letters: int, vectors: int, relations: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, 100, padding_idx=0)
        self.letters = nn.Embedding(letters, 32, padding_idx=0)
        self.spelling = nn.Conv1d(32, 100, 3, padding=1)
        self.given = nn.Linear(vectors, 100)
        self.context = nn.LSTM(300, 300, num_layers=2, bidirectional=True, batch_first=True, dropout=_DROPOUT)
        self.dropout = nn.Dropout(_DROPOUT)
        self.arc_head, self.arc_word = nn.Linear(600, 400), nn.Linear(600, 400)
        self.relation_head, self.relation_word = nn.Linear(600, 100), nn.Linear(600, 100)
        self.arc = nn.Parameter(torch.zeros(401, 400))
        self.relation = nn.Parameter(torch.zeros(relations, 101, 101))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Return scores of heads (batch, word, head) and what `relations_of` asks for (batch, word, 2, features)."""
        letters = self.letters(batch.letters)
        count, length, size, width = letters.shape
        spelling = self.spelling(letters.view(-1, size, width).transpose(1, 2)).amax(2).view(count, length, -1)
        known = torch.cat((self.words(batch.words), torch.relu(spelling), torch.tanh(self.given(batch.vectors))), 2)
        packed = pack_padded_sequence(self.dropout(known), batch.lengths, batch_first=True, enforce_sorted=False)
        context = self.dropout(pad_packed_sequence(self.context(packed)[0], batch_first=True)[0])
        head, word = (
            self.dropout(nn.functional.leaky_relu(layer(context), 0.1)) for layer in (self.arc_head, self.arc_word)
        )
        arcs = _with_one(word) @ self.arc @ head.transpose(1, 2)
        arcs = arcs.masked_fill(batch.padding[:, None, :], -1e4)
        sides = [
            self.dropout(nn.functional.leaky_relu(layer(context), 0.1))
            for layer in (self.relation_head, self.relation_word)
        ]
        return arcs, torch.stack(sides, 2)

    def relations_of(self, sides: Tensor, heads: Tensor) -> Tensor:
        """Return scores of the relations of each word to a given head (batch, word, relation)."""
        head = torch.gather(sides[:, :, 0], 1, heads[:, :, None].expand(-1, -1, sides.shape[-1]))
        return torch.einsum("bwi,rij,bwj->bwr", _with_one(head), self.relation, _with_one(sides[:, :, 1]))


def _with_one(features: Tensor) -> Tensor:
    return torch.cat((features, torch.ones_like(features[..., :1])), -1)


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as numbers, each with the root before its first word."""

    words: Tensor
    letters: Tensor
    vectors: Tensor
    heads: Tensor
    relations: Tensor
    padding: Tensor
    lengths: Tensor


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained parser and the numbers of its words, letters and relations."""

    model: Biaffine
    words: dict[str, int]
    letters: dict[str, int]
    relations: tuple[str, ...]
    vocab: Vocab

    def __repr__(self) -> str:
        return f"Teacher(words={len(self.words)}, relations={len(self.relations)})"


def train_teacher(copies: Sequence[Sequence[Sentence]], vocab: Vocab, *, steps: int = STEPS, seed: int = 0) -> Teacher:
    """Train a teacher on sentences.

    Parameters
    ----------
    copies : sequence of sequences of Sentence
        The same sentences in several forms; each round reads one form of each.
    vocab : spacy.vocab.Vocab
        Its vectors are read and stay as they are.
    steps, seed : int
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    teacher = _untrained([sentence for copy in copies for sentence in copy], vocab)
    optimizer = torch.optim.Adam(teacher.model.parameters(), lr=_LEARN_RATE, betas=(0.9, 0.9))
    teacher.model.train()
    for step, sentences in enumerate(islice(_rounds(copies, chance), steps)):
        for parameters in optimizer.param_groups:
            parameters["lr"] = _LEARN_RATE * min(1.0, 2 * (1 - step / steps))  # falls in the second half
        _learn(teacher, optimizer, _to_batch(teacher, sentences, chance))
    return teacher


def _rounds(copies: Sequence[Sequence[Sentence]], chance: random.Random) -> Iterator[list[Sentence]]:
    """Yield batches without end."""
    texts = list(zip(*copies, strict=True))
    while True:
        batches = list(_batches([chance.choice(forms) for forms in texts]))
        chance.shuffle(batches)
        yield from batches


def parse(teachers: Sequence[Teacher], sentences: Iterable[Sentence]) -> Iterator[Guess]:
    """Yield sentences with the trees of teachers, averaged, in the place of their own, in an order of their own.

    The teachers have learnt from the same sentences.
    """
    for teacher in teachers:
        teacher.model.eval()
    with torch.no_grad():
        for batch in _batches(list(sentences)):
            yield from _parsed(teachers, batch)


def _parsed(teachers: Sequence[Teacher], sentences: Sequence[Sentence]) -> Iterator[Guess]:
    relations = teachers[0].relations
    numbers = _to_batch(teachers[0], sentences)
    scores = [teacher.model(numbers) for teacher in teachers]
    likely = _mean([torch.log_softmax(arcs, 2) for arcs, _ in scores])
    trees = [_tree(likely[place, : len(s.words) + 1, : len(s.words) + 1].numpy()) for place, s in enumerate(sentences)]
    heads = torch.zeros_like(numbers.heads)
    for place, tree in enumerate(trees):
        heads[place, : len(tree)] = torch.tensor(tree)
    labels = _mean(
        [
            torch.log_softmax(teacher.model.relations_of(sides, heads), 2)
            for teacher, (_, sides) in zip(teachers, scores, strict=True)
        ]
    )
    best = labels.argmax(2)
    sure = torch.gather(likely, 2, heads[:, :, None])[:, :, 0] + labels.amax(2)
    for place, (sentence, tree) in enumerate(zip(sentences, trees, strict=True)):
        size = len(sentence.words)
        read = replace(
            sentence,
            heads=tuple(word if head == 0 else head - 1 for word, head in enumerate(tree[1:])),
            relations=tuple(relations[best[place, word]] for word in range(1, size + 1)),
        )
        yield Guess(read, float(sure[place, 1 : size + 1].min().exp()))


def _mean(likely: Sequence[Tensor]) -> Tensor:
    return torch.logsumexp(torch.stack(tuple(likely)), 0) - math.log(len(likely))


def _tree(likely: numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]) -> list[int]:
    """Return the heads (place 0 is the root) of the likeliest tree of one root word."""
    root = int(likely[1:, 0].argmax()) + 1
    heads = [0, *(int(row[1:].argmax()) + 1 for row in likely[1:])]
    heads[root] = 0
    if all(_reaches_root(word, heads) for word in range(1, len(heads))):
        return heads
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(
        (head, word, float(likely[word, head]))
        for word in range(1, len(heads))
        for head in range(len(heads))
        if head != word and (head == 0) == (word == root)
    )
    tree = networkx.maximum_spanning_arborescence(graph)
    for head, word in tree.edges:
        heads[word] = head
    return heads


def _reaches_root(word: int, heads: Sequence[int]) -> bool:
    for _ in heads:
        if word == 0:
            return True
        word = heads[word]
    return False


def _untrained(sentences: Sequence[Sentence], vocab: Vocab) -> Teacher:
    counts = Counter(word.lower() for sentence in sentences for word in sentence.words)
    frequent = sorted(word for word, count in counts.items() if count > _FREQUENT)
    letters = sorted({letter for sentence in sentences for word in sentence.words for letter in word})
    relations = tuple(sorted({relation for sentence in sentences for relation in sentence.relations}))
    model = Biaffine(
        words=len(frequent) + 3, letters=len(letters) + 3, vectors=vocab.vectors_length, relations=len(relations)
    )
    return Teacher(
        model,
        {word: number for number, word in enumerate(frequent, start=3)},
        {letter: number for number, letter in enumerate(letters, start=3)},
        relations,
        vocab,
    )


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    batch: list[Sentence] = []
    for sentence in sorted(sentences, key=_length):
        batch.append(sentence)
        if len(batch) * len(sentence.words) >= _WORDS_A_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _length(sentence: Sentence) -> int:
    return len(sentence.words)


def _to_batch(teacher: Teacher, sentences: Sequence[Sentence], chance: random.Random | None = None) -> Batch:
    """Return sentences as numbers; with `chance` (in training) some words are read by their letters alone."""
    longest = max(map(_length, sentences)) + 1
    shape = (len(sentences), longest)
    words, heads, relations = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    letters = torch.zeros((*shape, _LONGEST_WORD), dtype=torch.long)
    vectors = torch.zeros((*shape, teacher.vocab.vectors_length))
    padding = torch.ones(shape, dtype=torch.bool)
    numbers = {relation: number for number, relation in enumerate(teacher.relations)}
    for row, sentence in enumerate(sentences):
        words[row, 0] = letters[row, 0, 0] = _ROOT
        padding[row, : len(sentence.words) + 1] = False
        for place, word in enumerate(sentence.words, start=1):
            hidden = chance is not None and chance.random() < _WORD_DROPOUT
            words[row, place] = _UNKNOWN if hidden else teacher.words.get(word.lower(), _UNKNOWN)
            spelt = [teacher.letters.get(letter, _UNKNOWN) for letter in word[:_LONGEST_WORD]]
            letters[row, place, : len(spelt)] = torch.tensor(spelt)
            vectors[row, place] = torch.from_numpy(teacher.vocab[word].vector)
            head = sentence.heads[place - 1] + 1
            heads[row, place] = 0 if head == place else head
            relations[row, place] = numbers.get(sentence.relations[place - 1], 0)
    return Batch(words, letters, vectors, heads, relations, padding, torch.tensor([*map(_length, sentences)]) + 1)


def _learn(teacher: Teacher, optimizer: torch.optim.Optimizer, batch: Batch) -> None:
    arcs, sides = teacher.model(batch)
    counted = ~batch.padding
    counted[:, 0] = False
    labels = teacher.model.relations_of(sides, batch.heads)
    loss = nn.functional.cross_entropy(arcs[counted], batch.heads[counted])
    loss = loss + nn.functional.cross_entropy(labels[counted], batch.relations[counted])
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(teacher.model.parameters(), 5.0)
    optimizer.step()
