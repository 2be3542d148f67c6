"""The registry that the command line takes its formats from."""

import importlib

import pytest

from timeline.errors import FormatError
from timeline.formats import WRITERS, write
from timeline.model import Timeline

ELSEWHERE = ("html",)
pytestmark = pytest.mark.filterwarnings("ignore:.*have no (date|day):timeline.errors.TimelineWarning")


@pytest.mark.parametrize("name", sorted(set(WRITERS) - set(ELSEWHERE)))
def test_every_format_writes_a_story_and_nothing(story, name):
    assert write(story, name) == write(story, name) != ""
    assert write(Timeline(), name) != "" or name == "followthemoney"  # an entity a line, and there is none


@pytest.mark.parametrize("name", sorted(set(WRITERS) - set(ELSEWHERE)))
def test_every_function_takes_a_path_and_returns_what_it_wrote(story, name, tmp_path):
    module, _, function = WRITERS[name].function.partition(":")
    path = tmp_path / f"story{WRITERS[name].suffix}"
    text = getattr(importlib.import_module(module), function)(story, path)
    assert path.read_bytes().decode("utf8") == text


def test_no_two_formats_write_the_same_file():
    suffixes = [writer.suffix for writer in WRITERS.values()]
    assert len(suffixes) == len(set(suffixes))


def test_another_format_is_an_error_that_names_them():
    with pytest.raises(FormatError, match="mermaid"):
        write(Timeline(), "docx")
