# ruff: noqa: T201 (a script prints)
"""How reading grows over texts without an end: ``python tests/benchmarks/endless.py [KIND…]``.

Seconds of the processor for texts of about 2,500, 5,000 and 10,000 words of each kind, and the exponent of growth:
1 where twice the text takes twice the time, 2 where it takes four times.
"""

import sys

import timeline
from timeline.evaluation.speed.growth import exponent, measure

#: Language, and what is said again and again: about ten words.
KINDS = {
    "clauses, no stop": ("fr", "Anna Berg a quitté Volta le 3 mai 2021 et "),
    "clauses, commas": ("fr", "le ministre a nommé Paul Morel le 5 mai, "),
    "relative clauses": ("fr", "qui a rencontré le directeur de Volta hier "),
    "clauses, no stop, English": ("en", "police arrested two men on Monday and the mayor resigned and "),
    "clauses in clauses": ("en", "the board said it had fired the chief executive "),
    "semicolons": ("en", "he resigned on Monday; she was arrested in May; "),
    "names": ("fr", "Jean Dupont, Paul Morel, Anna Berg, Lise Roux, "),
    "words": ("fr", "maison bleue rouge grande petite vieille belle porte mur toit "),
    "dates": ("fr", "3 mai 2021, lundi dernier, hier, "),
    "digits and dashes": ("fr", "12-34 5-6-7 1/2/3 "),
    "one word": ("en", "1-"),
    "newlines": ("en", "\n\n \n \n\n \n"),
    "short lines": ("fr", "Il part.\n\n\nElle le sait.\n\n"),
    "quotation marks": ("en", '"“«(['),
    "ordinary sentences": ("en", "Anna Berg left Volta on 3 May 2021. Paul Moore had been arrested. "),
}
SIZES = (2_500, 5_000, 10_000)


def text_of(kind: str, words: int) -> tuple[str, str]:
    """Return a language and a text of its kind, of about so many words."""
    lang, unit = KINDS[kind]
    return lang, unit * (words // 10)


def main() -> None:
    """Print a row for each kind."""
    print(f"{'kind':28}" + "".join(f"{size:>10,}" for size in SIZES) + "  exponent")
    for kind in sys.argv[1:] or KINDS:

        def read(words: int, kind: str = kind) -> None:
            lang, text = text_of(kind, words)
            timeline.extract(text, date="2023-11-20", lang=lang)

        read(SIZES[0] // 10)
        spent = measure(read, SIZES)
        print(f"{kind:28}" + "".join(f"{spent[size]:10.2f}" for size in SIZES) + f"{exponent(spent):10.2f}", flush=True)


if __name__ == "__main__":
    main()
