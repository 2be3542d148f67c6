"""French: pronouns that stand for nobody."""

from __future__ import annotations

from timeline.languages.contract import Word
from timeline.languages.grammar import Role

# Verbs that take an impersonal « il ».
ALWAYS = frozenset({"falloir", "pleuvoir", "neiger", "agir"})
OPENING = frozenset(
    {"sembler", "paraître", "suffire", "convenir", "importer", "arriver", "rester", "exister", "apparaître"}
)
# Verbs whose « le » takes up a whole clause (« il l'a dit », « nul ne peut le faire »).
CLAUSE_VERBS = frozenset(
    {"faire", "dire", "savoir", "être", "penser", "croire", "comprendre", "espérer", "répéter", "devoir"}
)
AVOIR = frozenset({"a", "avait", "aura", "aurait", "ait", "eut"})
BE = frozenset({"est", "était", "sera", "serait", "fut", "soit", "paraît", "semble", "reste", "devient"})
ADVERBS = frozenset(
    {"n'", "ne", "pas", "plus", "très", "bien", "donc", "aussi", "toujours", "encore", "trop", "parfois", "souvent"}
)
# « Il est … de »: what is judged follows; any other adjective is somebody's (« fier de », « accusé de »).
JUDGEMENTS = frozenset(
    [
        "difficile",
        "facile",
        "possible",
        "impossible",
        "nécessaire",
        "utile",
        "inutile",
        "important",
        "interdit",
        "permis",
        "temps",
        "question",
        "rare",
        "prévu",
        "prudent",
        "urgent",
        "bon",
        "juste",
        "vain",
        "préférable",
        "indispensable",
        "essentiel",
        "tentant",
        "aisé",
        "malaisé",
        "délicat",
        "recommandé",
        "conseillé",
        "inconcevable",
    ]
)
# « Il est … que »: people are these; of anything else it is a fact that.
FEELINGS = frozenset(
    [
        "heureux",
        "content",
        "convaincu",
        "persuadé",
        "sûr",
        "surpris",
        "étonné",
        "déçu",
        "ravi",
        "furieux",
        "conscient",
        "plus",
        "moins",
    ]
)
# « il lui est reproché de », « il est demandé aux habitants de »: what is said follows.
SAID = frozenset(
    [
        "reprocher", "demander", "ordonner", "interdire", "conseiller", "recommander", "proposer", "rappeler",
        "rapporter", "décider", "convenir", "permettre", "imposer", "réclamer", "suggérer", "prévoir", "annoncer",
        "confirmer", "préciser", "indiquer", "noter", "souligner", "déconseiller", "enjoindre", "notifier",
    ]
)  # fmt: skip
SAYINGS = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE_COMPLEMENT, Role.NOUN_CLAUSE, Role.ADVERBIAL_CLAUSE})
MODALS, BARE = frozenset({"pouvoir", "devoir", "aller", "vouloir"}), frozenset({"être", "avoir", "faire"})
CLITICS = frozenset({"lui", "leur", "le", "la", "l'", "les"})
OPENING_WORDS = frozenset({"que", "qu'", "de", "d'", "y", "à"})


def is_impersonal(token: Word) -> bool:
    """Tell whether an « il » or a « le » stands for nobody.

    « il semble que », « il faut », « il y a », « il est difficile de », « il s'agit de »; but « il est fidèle ».
    """
    word = token.text.lower()
    if word in {"le", "l'"}:
        return token.head.lemma_.lower() in CLAUSE_VERBS
    if word not in {"il", "-il", "-t-il", "t-il"}:
        return False
    verb = token.head.lemma_.lower()
    if verb in ALWAYS:
        return True
    if _is_said(token.head):
        return True
    if token.role == Role.EXPLETIVE:
        return _is_expletive(token)
    after = [other.text.lower() for other in token.doc[token.i + 1 : token.i + 9]]
    if "y" in after[:2] and not AVOIR.isdisjoint(after[1:3]):
        return True
    if verb in OPENING and _following(token.head) in OPENING_WORDS:
        return True
    return _is_judgement([word for word in after if word not in ADVERBS])


def _is_expletive(token: Word) -> bool:
    """Check the parser's word: « il leur a promis », « il succède à Léa » speak of somebody."""
    verb = token.head
    whole = next((child for child in verb.children if child.role == Role.OPEN_COMPLEMENT), None)
    if verb.lemma_.lower() in MODALS and whole is not None:
        return whole.lemma_.lower() in ALWAYS | OPENING | BARE
    named = any(child.pos_ == "PROPN" and child.i > verb.i for child in verb.children)
    return not (named or _following(token) in CLITICS) or verb.lemma_.lower() in OPENING


def _is_said(verb: Word) -> bool:
    """Tell « il lui est reproché d'avoir menti », « il est demandé aux habitants de rester »."""
    if verb.lemma_.lower() not in SAID or not any(child.text.lower() in {*BE, "été"} for child in verb.children):
        return False
    behind = (child for child in verb.subtree if child.i > verb.i and child.role in SAYINGS)
    return any(child.pos_ in {"VERB", "AUX"} for child in behind)


def _following(word: Word) -> str:
    return word.doc[word.i + 1].text.lower() if word.i + 1 < len(word.doc) else ""


def _is_judgement(words: list[str]) -> bool:
    """Tell whether words after « il » run « est difficile de », « est vrai que »; but not « est fier de »."""
    if len(words) < 3 or words[0] not in BE:
        return False
    if words[2] in {"de", "d'"}:
        return words[1] in JUDGEMENTS
    return words[2] in {"que", "qu'"} and words[1] not in FEELINGS
