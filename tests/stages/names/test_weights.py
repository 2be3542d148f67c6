"""The table of cues: every cue is used, and speaks for a type."""

from pathlib import Path

import pytest

import timeline
from timeline.model.entity import ORGANISATION, PERSON, PLACE
from timeline.stages.names.weights import CUES, OTHER, Cue

SOURCE = "".join(path.read_text("utf8") for path in Path(timeline.__file__).parent.glob("stages/names/*.py"))


@pytest.mark.parametrize("name", CUES)
def test_every_cue_is_used_and_speaks_for_a_type(name):
    assert SOURCE.count(f'"{name}"') > 1
    assert CUES[name].type in {PERSON, ORGANISATION, PLACE, OTHER}


def test_a_cue_may_be_fainter():
    assert Cue(PERSON, 2.0).times(0.5) == Cue(PERSON, 1.0)
