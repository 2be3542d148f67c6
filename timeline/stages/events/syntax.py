"""A re-export of `timeline.syntax` under the names of labels, until this room reads roles throughout."""

from timeline.syntax.functions import Grammar, grammar_of
from timeline.syntax.phrases import antecedent, clause_of, conjuncts, preposition_of, prepositional
from timeline.syntax.voice import VERBAL, is_finite, is_participle
from timeline.syntax.voice import is_passive as _is_passive
from timeline.syntax.words import Word

__all__ = [
    "AUXILIARIES", "OBJECTS", "RELATIVES", "SUBJECTS", "VERBAL", "Grammar", "antecedent", "clause_of", "conjuncts",
    "grammar_of", "is_finite", "is_participle", "is_passive", "preposition_of", "prepositional",
]  # fmt: skip

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
AUXILIARIES = frozenset({"aux", "aux:tense", "aux:pass", "auxpass", "cop"})
RELATIVES = frozenset({"acl:relcl", "relcl"})


def is_passive(token: Word, grammar: Grammar) -> bool:  # noqa: ARG001 (its callers pass it still)
    """Tell whether a verb's surface subject undergoes what it says."""
    return _is_passive(token)
