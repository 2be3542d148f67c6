"""Texts as the web has them, and values of JSON."""

import unicodedata

from hypothesis import strategies as st

SENTENCES = {
    "fr": (
        "Anna Berg, directrice de Volta, a démissionné vendredi.",
        "Le conseil a nommé Paul Morel trois jours plus tard, selon la presse.",
        "« Nous partirons demain », a déclaré le ministre Jean Roux.",
        "L'incendie de Lille, en mai 2016, avait fait douze morts.",
        "Elle pourrait être remplacée le 3 mars prochain, après l'élection.",
        "PARIS, 20 novembre (AFP) – Le procès s'est ouvert à 9 h 30.",
        "Depuis 2015, il dirige l'entreprise ; il la quittera fin juin.",
        "Le lendemain, trente personnes ont été arrêtées avant d'être libérées.",
        "Publié le 4 juin 2019 à 18:05, mis à jour hier",
        "Paul Morel (à g.) et Anna Berg, hier à Lille. Photo : J. ROUX / AFP",
        "Une victoire. La dixième depuis mars. Incroyable, non ?",
        "- 8 h : départ ; - 12/05 : arrivée ; - 2019-2021 : fermé",
    ),
    "en": (
        "Anna Berg, chief executive of Volta, resigned on Friday.",
        "The board named Paul Morel three days later, the press said.",
        '"We will leave tomorrow," minister John Rowe said.',
        "The fire in Leeds in May 2016 had killed twelve people.",
        "She may be replaced on March 3, after the election.",
        "LONDON, Nov 20 (Reuters) - The trial began at 9:30 a.m.",
        "He has run the company since 2015 and will leave in late June.",
        "The next day thirty people were arrested before being released.",
        "Published 4 June 2019 18:05, updated yesterday",
        "Paul Moore (left) and Anna Berg in Leeds yesterday. Photograph: J Rowe/PA",
        "A victory. The tenth since March. Incredible, no?",
        "- 8am: departure; - 12/05: arrival; - 2019-2021: closed",
    ),
}
HOSTILE = (
    "\x00",
    "\u202e", "\u200b", "\ufeff", "\ud83d", "\udc00", "😀👨‍👩‍👧", "<script>alert(1)</script>", "&amp;", "<p>", "</b>",
    "]]>", "{{7*7}}", "=1+1", "\r\n", "\r", "\u2028", "\x0b", "\x85", "العربية", "עברית", "日本語で昨日",
    "Москва вчера",
    "e\u0301\u0301\u0301", "ﬁ", "№", "|", "- ", "* ", "1-1-1-", "2016-02-30", "le 31 février", "32/13/2016", "99:99",
    "http://www.exemple.com/2016/05/le-depart-du-ministre-et-le-retour-des-jeunes?id=15464&p=2#haut",
    "anna.berg@volta.fr",
    "blog.exemple.com/15464/enfants-de-retour-jeunes-voisins-revenus-de-loin", "#Volta", "@annaberg", "«»",
    "'", "’", "«", "»", '"', "(", "[", "…", "!!!!", "?", ":", ";", "\t", "\u00a0", "\n", "\n\n",
)  # fmt: skip

_ocr = str.maketrans({"l": "1", "o": "0", "i": "ı", "n": "ri", "é": "e´", " ": "  "})
_MANNERS = (
    str.upper, str.lower, str.title, str.swapcase,
    lambda text: text.translate(_ocr),
    lambda text: "".join(char for char in text if char.isalnum() or char.isspace()),
    lambda text: text.replace(" ", ""),
    lambda text: text.replace(" ", "\n"),
    lambda text: text.replace("'", "’"),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFKD", text),
    lambda text: text[len(text) // 3 :],
    lambda text: text[: len(text) // 2],
    lambda text: f"<div><p>{text}</p></div>",
    lambda text: text[::-1],
    lambda text: text * 3,
    lambda text: " | ".join(text.split(",")),
)  # fmt: skip


@st.composite
def texts(draw, lang):
    """Sentences of a language, spoiled in one or several ways, or any characters at all."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.text(st.characters(), max_size=80))
    parts = draw(st.lists(st.sampled_from(SENTENCES[lang]), min_size=1, max_size=3))
    text = draw(st.sampled_from((" ", "\n", "\n\n", "", "\r\n"))).join(parts)
    for manner in draw(st.lists(st.sampled_from(_MANNERS), max_size=2)):
        text = manner(text)
    for piece in draw(st.lists(st.sampled_from(HOSTILE), max_size=4)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place:]
    return text


def plain_values():
    """What JSON can hold."""
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
        st.sampled_from(("e1", "e2", "t0", "t1", "x1", "", "2023-11-17", "XXXX-WXX-5", "P3D", "t1 +1D")),
        st.sampled_from((10**30, -1, "9" * 5000)),
    )  # fmt: skip
    return st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    )
