"""Who speaks in quotation marks: « je » within them is the speaker, « nous » the body that speaks."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import PRONOUN, Chain, Reference, Story
from timeline.stages.mentions.reading import Reading
from timeline.syntax import Role, role_of
from timeline.syntax.voice import SUBJECTS

OPENING = frozenset("«“")
CLOSING = frozenset("»”")
STRAIGHT = '"'
SPEAKERS = frozenset({PERSON, ORGANISATION})
BEHIND = 4  # tokens from a verb to the name of who says it
AFTER, BEFORE = 14, 12  # tokens from the marks to the verb of speech


class Quotation(NamedTuple):
    """Tokens between quotation marks, half-open, without the marks."""

    start: int
    end: int


def link_speakers(reading: Reading) -> None:
    """Join first-person pronouns in quotations to the person who speaks.

    A quotation without a verb of speech goes on with the speaker of the one before, within one paragraph.
    """
    doc, story, lexicon = reading.doc, reading.story, reading.lexicon
    speaker: Chain | None = None
    last_end = 0
    for quotation in quotations(doc):
        if any("\n" in token.text for token in doc[last_end : quotation.start]):
            speaker = None
        speaker = speaker_of(quotation, reading) or speaker or _spoken_of_before(quotation, reading)
        last_end = quotation.end
        if speaker is None:
            continue
        words = lexicon.words.pronouns.first if speaker.type == PERSON else lexicon.words.pronouns.first_plural
        for token in doc[quotation.start : quotation.end]:
            if token.text.lower() in words and token.pos_ in {"PRON", "DET", "ADJ"}:
                story.add(speaker, Reference(token.i, token.i + 1, token.i, PRONOUN))


def quotations(doc: Doc) -> list[Quotation]:
    """Return the quotations of a text, none within another."""
    found = []
    opened: int | None = None
    for token in doc:
        mark = token.text
        if mark in OPENING or (mark == STRAIGHT and opened is None):
            opened = token.i + 1
        elif opened is not None and (mark in CLOSING or mark == STRAIGHT):
            found.append(Quotation(opened, token.i))
            opened = None
    return found


def speaker_of(quotation: Quotation, reading: Reading) -> Chain | None:
    """Return the person or the body whom the words beside a quotation make its speaker."""
    doc, story, lexicon = reading.doc, reading.story, reading.lexicon
    for token in doc[quotation.end + 1 : quotation.end + AFTER]:
        if "\n" in token.text or token.text in OPENING:
            break
        if token.lemma_.lower() in lexicon.words.speech.verbs and (chain := _speaking_subject(token, story)):
            return chain
    colon = quotation.start - 2
    if colon >= 0 and doc[colon].text in {":", ","}:
        for token in reversed(doc[max(0, colon - BEFORE) : colon]):
            if "\n" in token.text or token.text in CLOSING:
                break
            if token.lemma_.lower() in lexicon.words.speech.verbs and (chain := _speaking_subject(token, story)):
                return chain
        named = story.inside.get(colon - 1)
        return named if named is not None and named.type == PERSON else None
    return None


def _spoken_of_before(quotation: Quotation, reading: Reading) -> Chain | None:
    """Return the one person of the sentence right before a quotation that nobody is said to speak."""
    doc, story, last = reading.doc, reading.story, quotation.start - 2
    if last < 0 or doc[last].text in CLOSING or "\n" in doc[last].text:
        return None
    sentence = doc[last].sent
    told = {id(chain): chain for index in range(sentence.start, last + 1) if (chain := story.inside.get(index))}
    people = [chain for chain in told.values() if chain.type == PERSON]
    return people[0] if len(people) == 1 else None


def _speaking_subject(verb: Token, story: Story) -> Chain | None:
    for child in verb.children:
        if role_of(child) in SUBJECTS | {Role.EXPLETIVE}:
            chain = story.heads.get(child.i)
            if chain is not None and chain.type in SPEAKERS:
                return chain
    for token in verb.doc[verb.i + 1 : verb.i + 1 + BEHIND]:  # « a déclaré lundi le groupe Valtor »
        chain = story.named.get(token.i)
        if token.pos_ == "PUNCT" or chain is not None:
            return chain if chain is not None and chain.type in SPEAKERS else None
    return None
