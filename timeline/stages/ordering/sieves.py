"""The sieves in the order of their precision."""

from timeline.stages.ordering.connectives import by_adverbs, by_links
from timeline.stages.ordering.dates import by_same_time
from timeline.stages.ordering.learned import by_learning
from timeline.stages.ordering.nouns import by_denial, by_happening, by_toll
from timeline.stages.ordering.phases import by_phase, by_telling
from timeline.stages.ordering.tenses import by_participle, by_perfect, by_pluperfect, by_tense
from timeline.stages.ordering.turns import by_opening, by_vacancy
from timeline.stages.ordering.types import by_deed, by_life, by_natural_order, by_tenure

SIEVES = (
    by_same_time,
    by_happening,
    by_links,
    by_adverbs,
    by_tenure,
    by_vacancy,
    by_opening,
    by_deed,
    by_denial,
    by_toll,
    by_natural_order,
    by_life,
    by_pluperfect,
    by_participle,
    by_perfect,
    by_learning,
    by_phase,
    by_tense,
    by_telling,
)
