"""Parts of speech mended where the rest of the parse gives a slip away."""

from __future__ import annotations

import pytest


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
        ("La voix ferme du maire a convaincu.", "ferme", "ADJ", "ferme"),
    ],
)
def test_slips_of_the_tagger_are_mended(nlp_fr, text, word, pos, lemma):
    token = next(token for token in nlp_fr(text) if token.text == word)
    assert (token.pos_, token.lemma_) == (pos, lemma)
