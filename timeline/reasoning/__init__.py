"""Order in time: Allen's relations, a point graph, and the settling of one consistent story. No spaCy, no language.

Usable on its own, with any items that have ids:

>>> from timeline.model import Relation
>>> from timeline.reasoning.intervals import IntervalGraph
>>> graph = IntervalGraph()
>>> refused = graph.settle([
...     Relation(source="meal", target="walk", type="BEFORE", confidence=0.9),
...     Relation(source="walk", target="nap", type="BEFORE", confidence=0.8),
...     Relation(source="nap", target="meal", type="BEFORE", confidence=0.3),
... ])
>>> graph.relation("nap", "meal"), graph.holds("meal", "BEFORE", "nap")
('AFTER', True)
>>> [(relation.source, relation.target) for relation in refused]
[('nap', 'meal')]

==============  =====================================================================================================
`allen`         the thirteen relations, their converses and composition; TimeML's names for them
`points`        `PointOrder`: points ordered by ``<`` and ``=``, one constraint at a time, never contradictory
`components`    circles in a graph, and a line that breaks few of them
`consistency`   which of many claims may contradict each other, and which of them to accept
`reachability`  an index that answers many ``<`` questions on an order that stands
`intervals`     `IntervalGraph`: items with two points each; ``add``, ``settle``, ``relation``, ``holds``, ``bounds``
`bounds`        what the calendar tells of each point
`order`         events in one line, and in groups that cannot be told apart
`reduction`     few relations that still tell everything
`proofs`        why one point is before another
`calendar`      intervals of TIMEX3 values, shifts by calendar units
`resolution`    what a text says of a time, resolved against a reference date
`placing`       which times stand on the calendar, and what can be said of them without a reference date
`story`         `assemble`: a story's claims settled into one order; `StoryGraph`: its questions
`tenures`       who held which role, and when
==============  =====================================================================================================

For scores over the closure (temporal awareness): ``graph = IntervalGraph(); graph.settle(relations)`` and then
``graph.holds(source, type, target)`` asks whether the closure has a relation; ``reduced(graph, relations)`` from
`timeline.reasoning.reduction` drops the relations that the others entail.
"""
