# ruff: noqa: T201 (a script prints)
"""How time and memory of merging grow with the number of documents, from 100 to 10,000: printed, no test.

    python tests/benchmarks/merging_at_scale.py [DOCUMENTS …]

Ten short reports of one affair are read. Every other affair is the same with other names of as many letters, so that
offsets stay exact. All of them happen in one week, which is the hardest case for what is compared by day. Seconds are
of the processor.
"""

import math
import random
import resource
import sys
import time
from itertools import islice

import timeline

SIZES = (100, 400, 1_600, 10_000)
REPORTS = (
    ("2024-05-13", "Le conseil d'administration de Valtor a évincé lundi sa directrice générale Anna Morvan."),
    ("2024-05-13", "Anna Morvan a été évincée de Valtor lundi. Paul Castel assurera l'intérim."),
    ("2024-05-14", "Valtor a nommé Paul Castel directeur général mardi. Anna Morvan avait été évincée la veille."),
    ("2024-05-14", "Après l'éviction d'Anna Morvan, 120 ingénieurs de Valtor ont menacé mardi de démissionner."),
    ("2024-05-15", "Anna Morvan a rencontré Paul Castel mercredi. Les ingénieurs de Valtor ont fait grève."),
    ("2024-05-15", "L'action de Valtor a chuté de 8 % mercredi. Paul Castel a démissionné dans la soirée."),
    ("2024-05-16", "Anna Morvan pourrait revenir chez Valtor, selon un administrateur."),
    ("2024-05-16", "Valtor a annoncé jeudi le retour d'Anna Morvan. Paul Castel avait démissionné mercredi."),
    ("2024-05-17", "Anna Morvan est redevenue directrice générale de Valtor jeudi."),
    ("2024-05-17", "Paul Castel n'a pas démissionné, a affirmé vendredi Valtor."),
)
NAMES = ("Anna", "Morvan", "Paul", "Castel", "Valtor")


def affairs():
    """Yield documents, ten an affair."""
    read = timeline.extract_many([(text, {"date": day, "lang": "fr"}) for day, text in REPORTS])
    written = [(story.documents[0].id, story.to_json()) for story in read]
    draw = random.Random(7)
    for number in range(1_000_000):
        others = [_word(draw, len(name)) for name in NAMES]
        for place, (id, text) in enumerate(written):
            for name, other in zip(NAMES, others, strict=True):
                text = text.replace(name, other if number else name)
            yield timeline.Timeline.from_json(text.replace(id, f"doc-{number}-{place}"))


def _word(draw, length):
    return "".join(draw.choice("bcdfglmnprst" if place % 2 == 0 else "aeio") for place in range(length)).capitalize()


def main(sizes):
    """Print a line a size, and the exponent that fits."""
    parts = list(islice(affairs(), max(sizes)))
    taken = []
    for size in sizes:
        start = time.process_time()
        story = timeline.merge(parts[:size])
        taken.append(time.process_time() - start)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(
            f"{size:6,} documents: {taken[-1]:7.1f} s, {len(story):,} events, peak {peak:.2f} GiB with the documents",
            flush=True,
        )
    logs = [(math.log(size), math.log(seconds)) for size, seconds in zip(sizes, taken, strict=True)]
    middle = [sum(column) / len(logs) for column in zip(*logs, strict=True)]
    slope = sum((x - middle[0]) * (y - middle[1]) for x, y in logs) / sum((x - middle[0]) ** 2 for x, _ in logs)
    print(f"growth: exponent {slope:.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
