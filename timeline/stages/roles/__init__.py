"""Who holds which office when: read from titles, appositions and verbs, as far as the events' factuality vouches.

The stage's function is `find_roles`; `timeline.reasoning.tenures` puts what it finds together.
"""

from timeline.stages.roles.stage import find_roles

__all__ = ["find_roles"]
