"""Parts of speech mended where the rest of the parse gives a slip away."""

from __future__ import annotations

import pytest

from timeline.syntax import words_of
from timeline.syntax.verbs import verb_group


@pytest.mark.parametrize(
    ("text", "word", "pos", "lemma"),
    [
        ("Open AI a ouvert un bureau à Paris lundi.", "AI", "PROPN", "AI"),
        ("J'ai ouvert un bureau.", "ai", "AUX", "avoir"),
        ("Jean Roux a démissionné lundi. La fondatrice le remplace.", "remplace", "VERB", "remplacer"),
        ("La fondatrice dirige le groupe.", "groupe", "NOUN", "groupe"),
        ("Élu maire en 2014, Jean Roux a démissionné lundi.", "Élu", "VERB", "élire"),
        ("L'élu a démissionné lundi.", "élu", "NOUN", "élu"),
        ("La mairie ferme ses portes.", "ferme", "VERB", "fermer"),
        ("La banque ferme lundi.", "ferme", "VERB", "fermer"),
        ("Elle purge trois ans de prison ferme.", "ferme", "ADJ", "ferme"),
        ("Elle part lundi.", "part", "VERB", "partir"),
        ("Une part du gâteau a disparu.", "part", "NOUN", "part"),
        ("La loi entre en vigueur en mars.", "entre", "VERB", "entrer"),
        ("La fusillade entre deux bandes a fait un mort.", "entre", "ADP", "entrer"),
        ("Elle est partie.", "partie", "VERB", "partir"),
        ("Le maire est parti.", "parti", "VERB", "partir"),
        ("Anna n'est pas partie.", "partie", "VERB", "partir"),
        ("C'est un parti de gauche.", "parti", "NOUN", "parti"),
        ("Elle est partie civile au procès.", "partie", "NOUN", "partie"),
        ("La voix ferme du maire a convaincu.", "ferme", "ADJ", "ferme"),
        ("Le maire dément avoir reçu de l'argent.", "dément", "VERB", "démentir"),
        ("Elle dément avoir signé le contrat.", "dément", "VERB", "démentir"),
        ("Elle pense ne jamais avoir menti.", "jamais", "ADV", "jamais"),
    ],
)
def test_slips_of_the_tagger_are_mended(nlp_fr, text, word, pos, lemma):
    token = next(token for token in nlp_fr(text) if token.text == word)
    assert (token.pos_, token.lemma_) == (pos, lemma)


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Elle n'a rien signé.", "rien", "advmod"),
        ("Le maire n'a rien dit lundi.", "rien", "advmod"),
        ("Rien n'a été signé.", "Rien", "nsubj:pass"),
    ],
)
def test_what_denies_is_no_second_subject(nlp_fr, text, word, relation):
    assert next(token for token in nlp_fr(text) if token.text == word).dep_ == relation


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Anna Berg arrested in Paris on fraud charges", "arrested", True),
        ("Paul Weiss elected mayor of Dayton", "elected", True),
        ("Paul Weiss named chief executive of Volteo", "named", True),
        ("Anna Berg charged with fraud, police say", "charged", True),
        ("Police arrested four men in Leeds", "arrested", False),
        ("Anna Berg left Volteo on Monday", "left", False),
        ("The board elected the mayor of Dayton", "elected", False),
        ("On Monday the police charged with batons.", "charged", False),
    ],
)
def test_a_headline_leaves_out_the_auxiliary(nlp_en, text, word, passive):
    verb = next(found for found in words_of(nlp_en(text)) if found.text == word)
    group = verb_group(verb)
    assert group is not None
    assert group.passive is passive


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("One person is dead and a suspect in Austin, Texas has surrendered to the police.", "surrendered", "suspect"),
        ("After talks in Geneva, Iran agreed to the deal.", "agreed", "Iran"),
        ("In Berlin, Germany won the match.", "won", "Germany"),
    ],
)
def test_a_state_behind_a_town_is_no_subject(nlp_en, text, verb, subject):
    token = next(token for token in nlp_en(text) if token.text == verb)
    assert [child.text for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}] == [subject]


@pytest.mark.parametrize(
    ("text", "gerund", "pos"),
    [
        ("Shooting suspect at Memphis television station arrested", "Shooting", "NOUN"),
        ("Leading the group, she spoke to victims.", "Leading", "VERB"),
    ],
)
def test_a_gerund_before_a_bare_noun_says_its_kind(nlp_en, text, gerund, pos):
    assert next(token for token in nlp_en(text) if token.text == gerund).pos_ == pos


def test_the_first_of_two_deeds_has_its_subject(nlp_en):
    doc = nlp_en(
        "The dismissal came without warning. The board called Parker to a short video meeting and told him that it no"
        " longer trusted him. Weiss resigned a few hours later."
    )
    called = next(token for token in doc if token.text == "called")
    assert {child.text for child in called.children} >= {"board", "Parker", "told"}


def test_an_adverb_between_auxiliaries_stays_one(nlp_en):
    doc = nlp_en("The new plane will initially be sold in two versions.")
    assert [token.pos_ for token in doc if token.text in {"initially", "sold"}] == ["ADV", "VERB"]
