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
    """

    text: str
    named: bool = False
    plural: bool = False
    pronoun: bool = False


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
    group : str
        The finite verb with its auxiliaries and negation as it stands; empty without one.
    predicate : str
        What a copula says of the subject (« fidèle »).
    passive : bool
        The verb of `group` is passive: its subject is the object here.
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
    group: str = ""
    predicate: str = ""
    passive: bool = False
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
