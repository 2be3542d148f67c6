"""The shared names of grammar: what every language's parser labels and tags are mapped to by its ``scheme``.

Roles follow Universal Dependencies (de Marneffe et al. 2021), and keep apart what UD and ClearNLP keep apart where
rules need it; forms are UD's morphological features that rules ask for.
"""

from __future__ import annotations

from enum import Enum


class Role(str, Enum):
    """How a word depends on its head.

    Examples
    --------
    >>> Role("subject") is Role.SUBJECT
    True
    """

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive_subject"
    CLAUSE_SUBJECT = "clause_subject"
    PASSIVE_CLAUSE_SUBJECT = "passive_clause_subject"
    OBJECT = "object"
    INDIRECT_OBJECT = "indirect_object"
    OBLIQUE = "oblique"
    """A nominal on a verb: UD's ``obl``, whose preposition hangs below it."""
    OBLIQUE_ARGUMENT = "oblique_argument"
    ADJUNCT = "adjunct"
    """A nominal on a verb that is none of its arguments: UD's ``obl:mod``."""
    ADVERBIAL_NOUN = "adverbial_noun"
    AGENT = "agent"
    """Who does what a passive says: UD's nominal, ClearNLP's preposition (``by``)."""
    PREPOSITION = "preposition"
    """ClearNLP's preposition, over its `PREPOSITION_OBJECT`."""
    PREPOSITION_OBJECT = "preposition_object"
    PREPOSITION_CLAUSE = "preposition_clause"
    ATTRIBUTE = "attribute"
    PREDICATE_ADJECTIVE = "predicate_adjective"
    OBJECT_PREDICATE = "object_predicate"
    CLAUSE_COMPLEMENT = "clause_complement"
    OPEN_COMPLEMENT = "open_complement"
    ADVERBIAL_CLAUSE = "adverbial_clause"
    RELATIVE_CLAUSE = "relative_clause"
    NOUN_CLAUSE = "noun_clause"
    NOMINAL_MODIFIER = "nominal_modifier"
    POSSESSOR = "possessor"
    APPOSITION = "apposition"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    NUMERAL = "numeral"
    QUANTIFIER = "quantifier"
    DETERMINER = "determiner"
    PREDETERMINER = "predeterminer"
    COMPOUND = "compound"
    FLAT = "flat"
    """A later word of a name or of foreign words."""
    FIXED = "fixed"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    PRECOORDINATOR = "precoordinator"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive_auxiliary"
    COPULA = "copula"
    CASE = "case"
    MARKER = "marker"
    NEGATION = "negation"
    PARTICLE = "particle"
    EXPLETIVE = "expletive"
    REFLEXIVE = "reflexive"
    PASSIVE_REFLEXIVE = "passive_reflexive"
    PARATAXIS = "parataxis"
    VOCATIVE = "vocative"
    INTERJECTION = "interjection"
    PUNCTUATION = "punctuation"
    META = "meta"
    OTHER = "other"
    """What the parser leaves open (``dep``), and labels that the scheme does not know."""

    __hash__ = str.__hash__  # Enum's own runs in Python, and rules ask a million times


class Form(str, Enum):
    """What the shape of a word tells: Universal Dependencies' features, with what a language's own tags add."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INDICATIVE = "indicative"
    SUBJUNCTIVE = "subjunctive"
    CONDITIONAL = "conditional"
    IMPERATIVE = "imperative"
    PAST = "past"
    PRESENT = "present"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    PASSIVE = "passive"
    MODAL = "modal"
    SINGULAR = "singular"
    PLURAL = "plural"
    FEMININE = "feminine"
    MASCULINE = "masculine"
    FIRST_PERSON = "first_person"
    SECOND_PERSON = "second_person"
    THIRD_PERSON = "third_person"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    ARTICLE = "article"
    DEMONSTRATIVE = "demonstrative"
    PERSONAL = "personal"
    INDEFINITE_PRONOUN = "indefinite_pronoun"
    RELATIVE = "relative"
    INTERROGATIVE = "interrogative"
    NEGATIVE = "negative"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"
    ORDINAL = "ordinal"
    CARDINAL = "cardinal"
    COMPARATIVE = "comparative"
    SUPERLATIVE = "superlative"
    PROPER = "proper"

    __hash__ = str.__hash__
