"""What a language gets to make a headline of: the room ``labels`` has a ``headline(parts)``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A participant as a headline may name it.

    Attributes
    ----------
    text : str
        A name, or a short noun phrase with its article, as it stands within a sentence.
    named : bool
        It is a name, so that it takes no article.
    plural : bool
    pronoun : bool
        Nobody knows who is meant.
    bare : bool
        No article, number or possessive stands before it.
    feminine : bool or None
        Its gender; None where the text does not tell.
    """

    text: str
    named: bool = False
    plural: bool = False
    pronoun: bool = False
    bare: bool = False
    feminine: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of an event's headline.

    Attributes
    ----------
    frame : str
        Name of the event's frame; empty when its type is ``"Other"``.
    pos : str
        ``"VERB"``, ``"NOUN"`` or ``"ADJECTIVE"``.
    lemma : str
        Dictionary form of the trigger, a particle after it (``"step down"``).
    noun : str
        The trigger as it stands, when it is a noun.
    plural : bool
        That noun is a plural.
    participle : str
        The trigger as it stands, when it is a past participle or an adjective.
    inner : str
        The noun within a phrase that tells the event (« remettre sa démission »).
    predicate : str
        What a copula says of the subject (« fidèle »).
    passive : bool
        The verb is passive.
    reflexive : bool
        The verb is pronominal (« se rendre »).
    complement : str
        The infinitive or gerund that the verb governs, with what depends on it closely.
    tail : str
        A short adverb or prepositional phrase right after the verb ("away", « dans l'escalier »).
    genitive : str
        ``"subject"`` or ``"object"``: what the complement of the event's noun stands for.
    subjects, objects, recipients, partners, targets, places : tuple of Name
    organisation, position, amount : Name or None
    factuality : str
    source : str
        Who vouches, empty when it is the author.
    """

    frame: str
    pos: str
    lemma: str
    noun: str = ""
    plural: bool = False
    participle: str = ""
    inner: str = ""
    predicate: str = ""
    passive: bool = False
    reflexive: bool = False
    complement: str = ""
    tail: str = ""
    genitive: str = ""
    subjects: tuple[Name, ...] = ()
    objects: tuple[Name, ...] = ()
    recipients: tuple[Name, ...] = ()
    partners: tuple[Name, ...] = ()
    targets: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    organisation: Name | None = None
    position: Name | None = None
    amount: Name | None = None
    factuality: str = "factual"
    source: str = ""
