"""The layout keeps to its own rules."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import timeline
from timeline.languages import available_languages

PACKAGE = Path(timeline.__file__).parent
# Rooms from the bottom to the top; a room imports those below it, and those of its own line.
LAYERS = (
    ("model",),
    ("reasoning",),
    ("languages",),
    ("syntax",),
    ("stages",),
    ("merging",),
    ("formats", "display"),
    ("evaluation", "training", "engines"),
    ("cli",),
)
RANKS = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
# `timeline.errors` is below all; the factories stand beside the stages, which register them.
RANKS |= {"errors": -1, "spacy_factories": RANKS["stages"]}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] in RANKS)
NAMES = [str(path.relative_to(PACKAGE)) for path in MODULES]

# Arrows that still point up, each to go with the room that it stands in.
CLIMBING = {
    "model/queries.py": {"timeline.reasoning"},
    "model/timeline.py": {"timeline.reasoning"},
}
# Modules that only name each other's types: Timeline, the files its methods stand in, and the order it is given by.
ENTWINED = ("timeline.model.", "timeline.reasoning.")
# Where labels may stand: the factories name what spaCy's components require, treebanks are compared label by label.
KNOWING_LABELS = ("syntax", "training", "spacy_factories.py", "evaluation/treebanks.py")
LABELS = re.compile(r"\.(dep_|tag_|dep|morph)\b|^from spacy.attrs import .*\b(DEP|TAG|MORPH)\b", re.MULTILINE)
COMPLEXITY = 15


def module_file(package, name):
    """Tell ``from package import module`` from the import of a name."""
    path = PACKAGE.joinpath(*package.split(".")[1:], name)
    return path.with_suffix(".py").is_file() or path.is_dir()


def tree(path):
    return ast.parse(path.read_text("utf8"))


def imports(path, *, types=True):
    """What a module imports when it is loaded, or for its types alone; what a function imports is its own affair."""
    waiting = list(tree(path).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test) and not types:
            waiting.extend(node.orelse)
        elif isinstance(node, ast.If | ast.Try | ast.ClassDef):
            waiting.extend(ast.iter_child_nodes(node))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("timeline"):
            inner = {f"{node.module}.{name.name}" for name in node.names if module_file(node.module, name.name)}
            yield from inner or ([node.module] if node.module != "timeline" else ())
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("timeline."))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_imports_point_one_way(path):
    name = path.relative_to(PACKAGE)
    climbing = {module for module in imports(path) if RANKS.get(module.split(".")[1], 0) > RANKS[name.parts[0]]}
    excepted = {module for module in climbing if module.startswith(tuple(CLIMBING.get(str(name), ())))}
    assert climbing == excepted


@pytest.mark.parametrize("types", [False, True])
def test_imports_go_in_no_circle(types):
    named = {".".join(("timeline", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in MODULES}
    graph = nx.DiGraph((name, module) for name, path in named.items() for module in imports(path, types=types))
    circles = [sorted(circle) for circle in nx.strongly_connected_components(graph) if len(circle) > 1]
    allowed = [circle for circle in circles if types and all(name.startswith(ENTWINED) for name in circle)]
    assert [circle for circle in circles if circle not in allowed] == []
    assert len(allowed) == types  # one, about `timeline.model.timeline`


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_labels_of_parsers_stay_in_their_room(path):
    name = str(path.relative_to(PACKAGE))
    assert name.startswith(KNOWING_LABELS) or not LABELS.findall(path.read_text("utf8"))


ABOVE = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in {"syntax", "stages", "merging", "display"}]


@pytest.mark.parametrize("path", ABOVE, ids=[str(path.relative_to(PACKAGE)) for path in ABOVE])
def test_words_of_languages_stay_in_their_room(path):
    """No form or lemma is compared with letters that stand in a rule: they are in ``languages/<code>/``."""
    module = tree(path)
    constants = {
        target.id: node.value
        for node in module.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = [word for node in ast.walk(module) for word in words_compared(node, constants)]
    assert found == []


FORMS = {"lower_", "lemma_", "text"}


def words_compared(node, constants):
    """The strings with letters that a word's form is compared with, where they stand or as a constant of the module."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        begins = node.func.attr in {"startswith", "endswith", "removeprefix", "removesuffix"}
        sides = [node.func.value, *node.args] if begins else []
    else:
        return
    if any(is_form(side) for side in sides):
        for side in sides:
            side = constants.get(side.id, side) if isinstance(side, ast.Name) else side
            for each in ast.walk(side) if not is_form(side) else ():
                if isinstance(each, ast.Constant) and isinstance(each.value, str) and any(map(str.isalpha, each.value)):
                    yield each.value


def is_form(node):
    """Tell ``word.lower_``, ``token.text.lower()``."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        node = node.func.value
    return isinstance(node, ast.Attribute) and node.attr in FORMS


@pytest.mark.parametrize("room", ["model", "reasoning"])
def test_model_and_reasoning_do_not_know_spacy(room):
    for path in (PACKAGE / room).rglob("*.py"):
        names = {name for node in ast.walk(tree(path)) for name in _names_imported(node)}
        assert not any(name.split(".")[0] == "spacy" for name in names), path


def _names_imported(node):
    if isinstance(node, ast.ImportFrom):
        yield node.module or ""
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)


def test_no_two_test_files_have_one_name():
    """Pytest imports files outside packages by their bare names: the second of one name ends the whole run."""
    tests = Path(__file__).parent
    names = [path.name for path in tests.rglob("test_*.py") if not (path.parent / "__init__.py").exists()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_nothing_is_asserted_outside_tests(path):
    assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree(path)))


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_tokens_are_not_compared_by_identity(path):
    """spaCy makes a new object each time that a token is asked for."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
            sides = [node.left, *node.comparators]
            assert not any(isinstance(side, ast.Attribute) and side.attr in {"head", "root"} for side in sides)


@pytest.mark.parametrize("path", MODULES, ids=NAMES)
def test_functions_are_simple(path):
    functions = (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))
    assert [node.name for node in functions if complexity(node) > COMPLEXITY] == []


def complexity(function):
    """The cyclomatic complexity of a function as radon counts it, functions within it apart."""
    count, waiting = 1, list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            count += isinstance(node, ast.Lambda)
        if isinstance(node, ast.If | ast.IfExp | ast.While | ast.For | ast.AsyncFor | ast.ExceptHandler | ast.Assert):
            count += 1
        elif isinstance(node, ast.comprehension):
            count += 1 + len(node.ifs)
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, ast.match_case):
            count += 1
        if isinstance(node, ast.For | ast.While | ast.Try) and node.orelse:
            count += 1
        waiting.extend(ast.iter_child_nodes(node))
    return count


def test_every_language_has_the_same_rooms():
    """Ours do; `tests/languages` reads one that has next to none."""
    folders = [PACKAGE / "languages" / code for code in available_languages()]
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
