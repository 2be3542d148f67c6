"""The rooms of what is written for readers, and of what frames a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.languages.contract.kinds import Words, WordSet


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """The room ``reading``.

    Attributes
    ----------
    publication_marks : tuple of str
        Words before the date on which a page was published, in lower case.
    seldom_names : frozenset of str
        Common words that are given names too; small letters in a sentence all in capitals.
    small_words : frozenset of str
        Prepositions of headlines that the model does not list among its function words.
    """

    publication_marks: Words = ()
    seldom_names: WordSet = frozenset()
    small_words: WordSet = frozenset()


@dataclass(frozen=True, slots=True)
class DateWords:
    """How dates are told that are no plain days; templates over ``start``, ``end``, ``day``, ``year`` or ``when``.

    Attributes
    ----------
    inferred, within, between, after, before, undated : str
        What is known of an event: "probably {when}".
    range, week, weekend, decade : str
    parts : mapping of str to str
        Parts of a day by their TIMEX3 code: "MO".
    """

    inferred: str = "{when}"
    within: str = "{start}"
    between: str = "{start} – {end}"
    after: str = "{start} –"
    before: str = "– {end}"
    undated: str = ""
    range: str = "{start} – {end}"
    week: str = "{day}"
    weekend: str = "{day}"
    decade: str = "{year}"
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DisplayWords:
    """The room ``display``: words of pictures and pages.

    Attributes
    ----------
    when : DateWords
    words : mapping of str to str
        Words of the page, by what they stand on.
    counts : mapping of str to (str, str)
        Noun of what is counted, for one and for many.
    factuality, types, participants, tenure : mapping of str to str
        Words for the values of the model; a value without a word stands as it is.
    """

    when: DateWords = field(default_factory=DateWords)
    words: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    factuality: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, str] = field(default_factory=dict)
    tenure: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExplanationWords:
    """The room ``explanation``: why one thing is before another, and why an event has its date.

    Attributes
    ----------
    colon : str
        After a statement that reasons follow.
    quotes : str
        Template of a quotation.
    reference, reference_dated : str
        The reference date, without and with its day.
    relations, sentences : mapping of str to str
        Templates by TimeML's name of the relation, and by what is said.
    rules, sure : mapping of str to str
        What a claim rests on, by the name of its rule, and how sure it is; a rule without words keeps its name.
    """

    colon: str = ":"
    quotes: str = "{}"
    reference: str = ""
    reference_dated: str = ""
    relations: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    sure: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """The room ``proposals``: how another reader is asked to read a text, paragraphs of one prompt.

    Attributes
    ----------
    task : tuple of str
        What is to be done, one rule a paragraph.
    form : str
        Before the JSON form of the answer.
    times, names : str
        Before the times and the names that the library found.
    published : str
        Before the date of publication.
    text : str
        Before the numbered text.
    """

    task: Words = ()
    form: str = ""
    times: str = ""
    names: str = ""
    published: str = ""
    text: str = ""
