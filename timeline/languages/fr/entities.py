"""French: pronouns that stand for nobody."""

from __future__ import annotations

from spacy.tokens import Token

# Verbs that take an impersonal « il ».
ALWAYS = frozenset({"falloir", "pleuvoir", "neiger", "agir"})
OPENING = frozenset({"sembler", "paraître", "suffire", "convenir", "importer", "arriver", "rester", "exister", "apparaître"})
# Verbs whose « le » takes up a whole clause (« il l'a dit », « nul ne peut le faire »).
CLAUSE_VERBS = frozenset({"faire", "dire", "savoir", "être", "penser", "croire", "comprendre", "espérer", "répéter", "devoir"})
OPENING_WORDS = frozenset({"que", "qu'", "de", "d'", "y", "à"})


def is_impersonal(token: Token) -> bool:
    """Tell whether an « il » or a « le » stands for nobody.

    « il semble que », « il faut », « il y a », « il est difficile de », « il s'agit de »; but « il est fidèle à ses amis ».
    """
    word = token.text.lower()
    if word in {"le", "l'"}:
        return token.head.lemma_.lower() in CLAUSE_VERBS
    if word not in {"il", "-il", "-t-il", "t-il"}:
        return False
    if token.dep_ == "expl:subj":
        return True
    verb = token.head
    if verb.lemma_.lower() in ALWAYS:
        return True
    following = [other.text.lower() for other in verb.doc[token.i + 1 : token.i + 8]]
    if "y" in following[:2] and following[1:3] and following[following.index("y") + 1] in {"a", "avait", "aura", "aurait", "ait"}:
        return True
    after = verb.doc[verb.i + 1].text.lower() if verb.i + 1 < len(verb.doc) else ""
    if verb.lemma_.lower() in OPENING and after in OPENING_WORDS:
        return True
    return verb.pos_ == "ADJ" and verb.i > token.i and after in {"de", "d'", "que", "qu'"} and _has_copula(verb)


def _has_copula(adjective: Token) -> bool:
    return any(child.dep_ == "cop" for child in adjective.children)
