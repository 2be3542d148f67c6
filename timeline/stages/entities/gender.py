"""The gender of those a text names: from titles, given names, role nouns, participles and articles."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.entities.chains import Chain, Reference, Story
from timeline.stages.entities.lexicon import Lexicon, fold
from timeline.stages.entities.rolewords import RoleWords
from timeline.stages.entities.tokens import morph

GENDERS = {"Masc": "m", "Fem": "f"}


def learn_genders(doc: Doc, story: Story, lexicon: Lexicon, roles: RoleWords) -> None:
    """Set the gender and number of every chain as far as the text tells."""
    for chain in story.chains:
        votes: Counter[str] = Counter()
        for reference in chain.names():
            if chain.type == PERSON:
                _person_votes(doc, reference, lexicon, roles, votes)
            elif chain.type == ORGANISATION:
                _article_votes(doc, reference, lexicon, votes)
        plural = votes.pop("p", 0)
        chain.plural = plural * 2 > len(chain.references)
        if votes["m"] != votes["f"]:
            chain.gender = "m" if votes["m"] > votes["f"] else "f"


def _person_votes(
    doc: Doc, reference: Reference, lexicon: Lexicon, roles: RoleWords, votes: Counter[str]
) -> None:
    before = doc[reference.start - 1] if reference.start else None
    if before is not None:
        votes[lexicon.titles.get(before.text, "")] += 5
        votes[roles.genders.get(before.text.lower(), "")] += 2
    if reference.end - reference.start > 1 or not before:
        votes[lexicon.given_names.get(fold(doc[reference.start].text), "")] += 3
    elif reference.end - reference.start == 1:
        votes[lexicon.given_names.get(fold(doc[reference.start].text), "")] += 1
    votes[_participle_gender(doc[reference.head])] += 2


def _participle_gender(subject: Token) -> str:
    """Return the gender that a participle or an adjective agrees in with its subject (« elle est devenue »)."""
    if not subject.dep_.startswith("nsubj"):
        return ""
    predicate = subject.head
    linked = any(child.lemma_ == "être" and child.dep_ != "expl" for child in predicate.children)
    return GENDERS.get(morph(predicate, "Gender"), "") if linked and predicate.pos_ in {"VERB", "ADJ"} else ""


def _article_votes(doc: Doc, reference: Reference, lexicon: Lexicon, votes: Counter[str]) -> None:
    if reference.start:
        article = doc[reference.start - 1].text.lower()
        votes[{"le": "m", "du": "m", "au": "m", "la": "f"}.get(article, "")] += 1
        if article in {"les", "des", "aux"}:
            votes["p"] += 1
