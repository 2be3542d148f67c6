"""The gender of those a text names: from titles, given names, role nouns, participles and articles."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from timeline.model.entity import ORGANISATION, PERSON
from timeline.stages.mentions.chains import Reference
from timeline.stages.mentions.reading import Reading
from timeline.stages.mentions.weights import GENDER_VOTES
from timeline.stages.names.lexicon import Lexicon, fold
from timeline.stages.names.tokens import gender_of
from timeline.syntax import Role, Word, role_of
from timeline.syntax.voice import SUBJECTS


def learn_genders(reading: Reading) -> None:
    """Set the gender and number of every chain as far as the text tells."""
    for chain in reading.story.chains:
        votes: Counter[str] = Counter()
        for reference in chain.names():
            if chain.type == PERSON:
                _person_votes(reference, votes, reading)
            elif chain.type == ORGANISATION:
                _article_votes(reference, votes, reading)
        plural = votes.pop("p", 0)
        chain.plural = plural * 2 > len(chain.references)
        if votes["m"] != votes["f"]:
            chain.gender = "m" if votes["m"] > votes["f"] else "f"


def _person_votes(reference: Reference, votes: Counter[str], reading: Reading) -> None:
    doc, lexicon, roles = reading.doc, reading.lexicon, reading.roles
    start = reference.start
    if doc[start].text in lexicon.titles:
        votes[lexicon.titles[doc[start].text]] += GENDER_VOTES["title"]
        start += 1
    elif start:
        votes[lexicon.titles.get(doc[start - 1].text, "")] += GENDER_VOTES["title"]
        votes[roles.genders.get(doc[start - 1].text.lower(), "")] += GENDER_VOTES["role noun"]
    if start < reference.end:
        given = lexicon.given_names.get(fold(doc[start].text), "")
        votes[given] += GENDER_VOTES["given name" if reference.end - start > 1 else "given name alone"]
    votes[_participle_gender(doc[reference.head], lexicon)] += GENDER_VOTES["participle"]


def noun_gender(token: Word, lexicon: Lexicon) -> str:
    """Return the gender that a common noun tells by its meaning, where grammar has none ("woman")."""
    word = token.lower_
    if word in lexicon.words.gendered.male:
        return "m"
    return "f" if word in lexicon.words.gendered.female else ""


def _participle_gender(subject: Token, lexicon: Lexicon) -> str:
    """Return the gender that a participle or an adjective agrees in with its subject (« elle est devenue »)."""
    if role_of(subject) not in SUBJECTS:
        return ""
    predicate = subject.head
    linked = any(
        child.lemma_ in lexicon.words.names.copulas and role_of(child) != Role.EXPLETIVE for child in predicate.children
    )
    return gender_of(predicate) if linked and predicate.pos_ in {"VERB", "ADJ"} else ""


def _article_votes(reference: Reference, votes: Counter[str], reading: Reading) -> None:
    doc, lexicon = reading.doc, reading.lexicon
    if reference.start:
        article = doc[reference.start - 1].text.lower()
        listed = lexicon.words.articles
        for vote, words in (("m", listed.masculine), ("f", listed.feminine), ("p", listed.plural)):
            votes[vote] += GENDER_VOTES["article"] * (article in words)
