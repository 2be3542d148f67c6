"""The stage: names joined to entities, then every pronoun and description that stands for one."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from timeline.languages import Language
from timeline.model import Entity
from timeline.model.entity import PERSON
from timeline.stages.antecedents import put_antecedents
from timeline.stages.mentions.chains import NAME, Chain, Reference, story_of
from timeline.stages.mentions.culprits import link_culprits
from timeline.stages.mentions.gender import learn_genders
from timeline.stages.mentions.holders import link_holders
from timeline.stages.mentions.linking import link_names
from timeline.stages.mentions.quotes import link_speakers
from timeline.stages.mentions.reading import reading_of
from timeline.stages.mentions.resolve import link_anaphors
from timeline.stages.mentions.spouses import link_spouses
from timeline.stages.names import Name
from timeline.stages.names.lexicon import Lexicon
from timeline.stages.names.text import text_of
from timeline.stages.source import mention_of


def find_entities(doc: Doc, language: Language, names: Iterable[Name]) -> tuple[Entity, ...]:
    """Return the entities of a text by first mention; what its other pronouns take up is noted in the Doc.

    Parameters
    ----------
    doc : Doc
        A parsed text; sentences of another story are not read.
    language : Language
        Its language.
    names : iterable of Name
        The names in it, see `timeline.stages.names.find_names`.

    Returns
    -------
    tuple of Entity
    """
    chains = link_names(tuple(names), text_of(doc, language))
    reading = reading_of(doc, language, story_of(chains))
    learn_genders(reading)
    link_anaphors(reading)
    link_spouses(reading)
    link_speakers(reading)
    link_holders(reading)
    link_culprits(reading)
    put_antecedents(doc, reading.story.taken_up)
    return tuple(_entity(doc, f"x{number}", chain, reading.lexicon) for number, chain in enumerate(_ordered(chains), 1))


def _ordered(chains: list[Chain]) -> list[Chain]:
    for chain in chains:
        chain.references.sort()
    return sorted(chains, key=_first)


def _first(chain: Chain) -> Reference:
    return chain.references[0]


def _gender(chain: Chain) -> str:
    return chain.gender if chain.type == PERSON else ""


def _untitled(doc: Doc, reference: Reference, lexicon: Lexicon) -> Span:
    """Return a name without the civil title before it."""
    titled = doc[reference.start].text in lexicon.titles and reference.end - reference.start > 1
    return doc[reference.start + titled : reference.end]


def _letters(names: Iterable[str], lexicon: Lexicon) -> str:
    """Return the letters of a club that its town is called by as well (« PSG », « Paris »), "" for anybody else."""
    towns, called = lexicon.words.sport.towns, set(names)
    return next((letters for letters in called if towns.get(letters) in called), "")


def _entity(doc: Doc, identifier: str, chain: Chain, lexicon: Lexicon) -> Entity:
    mentions = tuple(mention_of(doc[ref.start : ref.end], kind=ref.kind) for ref in chain.references)
    names = [" ".join(mention_of(_untitled(doc, ref, lexicon)).text.split()) for ref in chain.names()]
    fullest = _letters(names, lexicon) or max(names, key=len)
    named = {" ".join(mention.text.split()) for mention in mentions if mention.kind == NAME}
    aliases = tuple(sorted((named | set(names)) - {fullest}))
    return Entity(
        id=identifier, name=fullest, type=chain.type, mentions=mentions, aliases=aliases, gender=_gender(chain)
    )
