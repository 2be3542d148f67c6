"""Roles and forms of spaCy's own tokens, for rules that read a Doc without laying it out."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.languages.grammar import Form, Role
from timeline.syntax.relations import names_of
from timeline.syntax.words import Word

# Roles and forms by the numbers that spaCy keeps for a token's language, label, tag and features: these are hashes of
# their names, so one entry holds for all vocabularies.
_roles: dict[tuple[int, int], Role] = {}
_forms: dict[tuple[int, int, str], frozenset[Form]] = {}


def role_of(token: Token | Word) -> Role:
    """Return how a spaCy token, or a word, depends on its head."""
    if not isinstance(token, Token):
        return token.role
    key = (token.lang, token.dep)
    role = _roles.get(key)
    if role is None:
        role = _roles[key] = names_of(token.doc.lang_).role(token.dep_)
    return role


def form_of(token: Token | Word) -> frozenset[Form]:
    """Return what the shape of a spaCy token, or of a word, tells."""
    if not isinstance(token, Token):
        return token.form
    noted = str(token.morph)
    key = (token.lang, token.tag, noted)
    form = _forms.get(key)
    if form is None:
        form = _forms[key] = names_of(token.doc.lang_).forms(noted, token.tag_)
    return form


def tag_of(token: Token | Word) -> str:
    """Return a word's fine tag as its model calls it: for learned features alone, which take it as it is."""
    return str(token.tag_)
