"""Stories made by chance, and the slow but plain reasoning that the library's must agree with."""

from itertools import product

from hypothesis import strategies as st

from timeline.model import Relation
from timeline.reasoning.allen import constraints, from_timeml, relation_between

TIMEML = ("BEFORE", "AFTER", "IBEFORE", "IAFTER", "INCLUDES", "IS_INCLUDED", "BEGINS", "BEGUN_BY", "ENDS", "ENDED_BY")
TIMEML += ("SIMULTANEOUS",)

ITEMS = tuple(f"e{number}" for number in range(1, 7))

intervals = st.tuples(st.integers(0, 8), st.integers(1, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def claims(draw, items=ITEMS, most=14, types=TIMEML):
    """Any relations at all, contradictory or not."""
    one = st.builds(
        Relation,
        source=st.sampled_from(items),
        target=st.sampled_from(items),
        type=st.sampled_from(types),
        confidence=st.sampled_from((0.2, 0.4, 0.6, 0.8, 1.0)),
    )
    return draw(st.lists(one, max_size=most))


@st.composite
def true_stories(draw, items=ITEMS, most=14):
    """Intervals of items, and true relations between some of them."""
    spans = {item: draw(intervals) for item in items}
    pairs = draw(st.lists(st.tuples(st.sampled_from(items), st.sampled_from(items)), max_size=most))
    named = [(a, b, relation_between(spans[a], spans[b]).timeml) for a, b in pairs if a != b]
    return spans, [Relation(source=a, target=b, type=name) for a, b, name in named if name]


class Closure:
    """The relations of points, closed by brute force."""

    def __init__(self, relations, items=ITEMS):
        self.points = list(product(items, ("start", "end")))
        self.not_after = {(p, q): p == q for p, q in product(self.points, repeat=2)}
        self.before = dict.fromkeys(self.not_after, False)
        for item in items:
            self._less((item, "start"), (item, "end"))
        for relation in relations:
            for first, sign, second in constraints(from_timeml(relation.type)):
                p, q = (relation.source, first), (relation.target, second)
                if sign == "<":
                    self._less(p, q)
                elif sign == ">":
                    self._less(q, p)
                else:
                    self.not_after[p, q] = self.not_after[q, p] = True
        for middle, p, q in product(self.points, repeat=3):
            if self.not_after[p, middle] and self.not_after[middle, q]:
                self.not_after[p, q] = True
                self.before[p, q] |= self.before[p, middle] or self.before[middle, q]

    @property
    def consistent(self):
        return not any(self.before[p, p] for p in self.points)

    def sign(self, p, q):
        if self.before[p, q]:
            return "<"
        if self.before[q, p]:
            return ">"
        return "=" if self.not_after[p, q] and self.not_after[q, p] else None

    def holds(self, a, name, b):
        return all(self.sign((a, f), (b, s)) == sign for f, sign, s in constraints(from_timeml(name)))

    def _less(self, p, q):
        self.not_after[p, q] = self.before[p, q] = True


def accepted_one_by_one(relations, items=ITEMS):
    """The claims that are left when each is tried against the stronger ones, by brute force."""
    kept = []
    for relation in sorted(relations, key=lambda relation: -relation.confidence):
        if Closure([*kept, relation], items).consistent:
            kept.append(relation)
    return kept
