"""The layout keeps to its own rules."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent
RANKS = {
    "model": 0,
    "reasoning": 1,
    "languages": 1,
    "syntax": 2,
    "stages": 3,
    "merging": 4,
    "formats": 5,
    "display": 5,
    "evaluation": 5,
    "engines": 5,
    "cli": 6,
}
# Submodules that make one whole: extraction and the factories stand on top of all stages.
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] in RANKS)


def imports_at_the_top(path):
    for node in ast.parse(path.read_text("utf8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (name.name.split(".")[1] for name in node.names if name.name.startswith("timeline."))


@pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES])
def test_imports_point_one_way(path):
    room = path.relative_to(PACKAGE).parts[0]
    assert all(RANKS.get(target, 0) <= RANKS[room] for target in imports_at_the_top(path))


@pytest.mark.parametrize("room", ["model", "reasoning"])
def test_model_and_reasoning_do_not_know_spacy(room):
    for path in (PACKAGE / room).rglob("*.py"):
        names = {name for node in ast.walk(ast.parse(path.read_text("utf8"))) for name in _names_imported(node)}
        assert not any(name.split(".")[0] == "spacy" for name in names), path


def _names_imported(node):
    if isinstance(node, ast.ImportFrom):
        yield node.module or ""
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)


def test_every_language_has_the_same_rooms():
    folders = [path for path in (PACKAGE / "languages").iterdir() if (path / "__init__.py").exists()]
    rooms = {folder.name: {path.name for path in folder.iterdir() if path.is_file()} for folder in folders}
    assert len(set(map(frozenset, rooms.values()))) == 1, rooms


def test_the_public_names_are_sorted_and_there():
    assert sorted(timeline.__all__) == timeline.__all__
    assert all(hasattr(timeline, name) for name in timeline.__all__)


def test_spacy_factories_import_cheaply():
    script = (
        "import sys, timeline.spacy_factories;"
        "heavy = ('dateparser', 'networkx', 'pandas', 'altair', 'trafilatura');"
        "print(*[name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
