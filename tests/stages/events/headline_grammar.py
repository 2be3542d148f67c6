# ruff: noqa: T201 (a script prints)
"""Grammar of headlines: ``python tests/stages/events/headline_grammar.py fr FOLDER [TEXTS]``.

Reads the texts of a folder (``*.txt``), checks the headline of every event, and prints the faults by kind, each with
its headline: marks, elision, contraction and dangling words by their letters, agreement by the parse of the headline.
What the parse says of a headline may be its own fault: agreement is there to be read, the letters are counted by tests.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from timeline.languages.fr.labels import VOWELS
from timeline.languages.grammar import Form, Role
from timeline.stages.events.naming import LONGEST
from timeline.syntax.words import Word, words_of

ACCENTED = "".join(vowel for vowel in VOWELS if vowel.lower() not in "hy")
WRONG = {
    "any": (
        (r"[«»“”\"]", "a quotation mark"),
        (r"\b([^\W\d]{3,}) \1\b", "a word twice"),
        (r"\s[,.]|^\W|[,;:–-]$|  ", "a stray mark"),
        (r"\([^)]*$|^[^(]*\)", "half a bracket"),
    ),
    "fr": (
        (rf"\b(?:le|la|de|ne|se|que|je|me|te) [{ACCENTED}]\w*[aeiouyé]", "no elision"),
        (r"\b(?:de|à) les? (?!\w+(?:er|ir|ndre|ttre|ncre)\b)", "no contraction"),
        (r"\b(?:de|à|du|au|aux|des|le|la|les|et|ou|que|pour|par|avec|selon)$", "a dangling word"),
        (r"\b(?:le|la|les|un|une) (?:le|la|les|un|une) ", "two articles"),
        (r"\b(?:a|ont|est|sont) (?:est|sont|a|ont) ", "two auxiliaries"),
    ),
    "en": (
        (r"\b(?:the|an|and|or|of|with|for|that|which)$", "a dangling word"),
        (r"\ba [aeio]\w+|\ban [bcdfgjklmnpqrtvwz]\w+", "a or an"),
        (r"\b(?:will|would|may|could) \w+ed\b", "a past behind a modal"),
    ),
}
# What is no fault: « le onze », « la une », « nous nous », "had had", "a one-day strike".
ALLOWED = re.compile(
    r"\b(?:le|la|de|que) (?:onze|onzième|oui|un\b|une\b|uns)|\b(nous nous|vous vous|that that)\b"
    r"|\ba (?:one|once|euro|eu)\w*|\b(?:will|would|may|could) (?:need|feed|heed|embed|proceed|exceed|succeed|bleed)\b",
    re.IGNORECASE,
)
NUMBER = frozenset({Form.SINGULAR, Form.PLURAL})
GENDER = frozenset({Form.MASCULINE, Form.FEMININE})
SUBJECTS = frozenset({Role.SUBJECT, Role.PASSIVE_SUBJECT})


def faults(lang: str, headline: str) -> list[str]:
    """Return the faults that the letters of a headline show."""
    told = ALLOWED.sub("", headline)
    found = [name for pattern, name in (*WRONG["any"], *WRONG[lang]) if re.search(pattern, told)]
    found += ["too long"] if len(headline) > LONGEST else []
    return found + (["no capital"] if headline[:1].islower() else [])


def disagreements(words: list[Word]) -> Iterator[str]:
    """Yield the faults of agreement that the parse of a headline shows."""
    for word in words:
        if word.role == Role.DETERMINER and word.head.pos_ == "NOUN" and not word.text.endswith("'"):
            yield from ("article and noun" for forms in (NUMBER, GENDER) if _differ(word, word.head, forms))
        joined = any(child.role == Role.CONJUNCT for child in word.children)
        if word.role in SUBJECTS and word.pos_ == "NOUN" and not joined and word.i < word.head.i:
            finite = next((w for w in (*word.head.children, word.head) if Form.FINITE in w.form), None)
            if finite is not None and _differ(word, finite, NUMBER):
                yield "subject and verb"
            if word.role == Role.PASSIVE_SUBJECT and _differ(word, word.head, GENDER):
                yield "subject and participle"


def _differ(one: Word, other: Word, forms: frozenset[Form]) -> bool:
    first, second = one.form & forms, other.form & forms
    return len(first) == len(second) == 1 and first != second


def main(lang: str, folder: str, texts: str = "100") -> None:
    """Print the faults of the headlines of a folder's first texts, by kind."""
    import timeline

    nlp, told, found = timeline.load(lang), 0, defaultdict(list)
    for path in sorted(Path(folder).rglob("*.txt"))[: int(texts)]:
        labels = [event.label for event in timeline.extract(path.read_text(encoding="utf8"), lang=lang).events]
        told += len(labels)
        for label, doc in zip(labels, nlp.pipe(labels, disable=["ner"]), strict=True):
            for fault in (*faults(lang, label), *disagreements(words_of(doc, lang))):
                found[fault].append(label)
    print(f"{told} headlines, {sum(map(len, found.values()))} faults")
    for fault, labels in sorted(found.items(), key=_many):
        print(f"\n{fault}: {len(labels)} ({100 * len(labels) / told:.2f} %)")
        print(*(f"    {label}" for label in labels[:25]), sep="\n")


def _many(item: tuple[str, list[str]]) -> int:
    return -len(item[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
