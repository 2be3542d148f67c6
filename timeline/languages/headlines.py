"""What a language gets to make a headline of, in its module ``labels``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The words of a verb, as the text has them.

    Attributes
    ----------
    lemma, form : str
        Of the lexical verb, or of the predicate under a copula.
    auxiliaries : tuple of str
        In the order of the text, lower case, modals with them where the language has them as auxiliaries.
    tense : str
        Of the finite word: ``"present"``, ``"past"``, ``"imperfect"``, ``"future"``, ``"conditional"``,
        ``"subjunctive"``; of a verb without one ``"participle"``, ``"gerund"`` or ``"infinitive"``.
    perfect, passive, reflexive, predicate : bool
        `predicate`: the word is no verb, and the auxiliaries are its copula.
    negation : tuple of str
        The words that negate: « ne » and « pas », "not".
    clitics : tuple of str
        Pronouns before the verb that stand for nobody known.
    particle : str
        "down" in "step down".
    """

    lemma: str
    form: str
    auxiliaries: tuple[str, ...] = ()
    tense: str = "present"
    perfect: bool = False
    passive: bool = False
    reflexive: bool = False
    predicate: bool = False
    negation: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    particle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The parts of an event's headline: a clause, or a noun phrase where `group` is None.

    Attributes
    ----------
    subject : str
        With its article, as it stands within a sentence.
    plural, feminine : bool or None
        Of the subject, or of the noun; None where the text does not tell.
    pronoun : bool
        The subject is one that nobody is known for.
    speaker : str
        Who speaks of themselves, where the subject is the first person.
    group : Group or None
    rest : str
        What follows the verb; the whole phrase where the event is a noun.
    owner : str
        Whom a possessive before the noun stands for; whose the subject is, by « dont ».
    goal : str
        To whom, where the text has a pronoun: « lui permet ».
    factuality : str
    source : str
        Who vouches, empty when it is the author.
    """

    subject: str = ""
    plural: bool | None = None
    feminine: bool | None = None
    pronoun: bool = False
    speaker: str = ""
    group: Group | None = None
    rest: str = ""
    owner: str = ""
    goal: str = ""
    factuality: str = "factual"
    source: str = ""


def capitalised(text: str) -> str:
    """Return a headline with a capital at its head, where no name has its own: "iPhone sold out".

    Examples
    --------
    >>> capitalised("board ousts Ada Roy"), capitalised("iPhone sold out")
    ('Board ousts Ada Roy', 'iPhone sold out')
    """
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]
