"""Notebooks in examples/ are stored with outputs and still print the same; scripts run; public names have examples."""

import inspect
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

import timeline

EXAMPLES = Path(__file__).parent.parent / "examples"
sys.path.append(str(EXAMPLES))
import notebooks  # noqa: E402


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the notebook client's own parts
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_prints_what_is_stored(path):
    stored = nbformat.read(path, as_version=4)
    assert any(notebooks.printed(stored)), "python examples/notebooks.py"
    assert notebooks.printed(notebooks.run(path)) == notebooks.printed(stored), "python examples/notebooks.py"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_says_what_to_notice_and_what_is_wrong(path):
    told = "".join(cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown")
    assert "What to notice" in told
    assert "What is wrong" in told


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("pictures.py")), ids=lambda path: path.stem)
def test_script(path, tmp_path):
    subprocess.run([sys.executable, str(path), str(tmp_path)], check=True, capture_output=True)
    assert any(tmp_path.iterdir())


def public():
    """Yield every public function, class and method but errors."""
    for name in timeline.__all__:
        item = getattr(timeline, name)
        if inspect.isclass(item) and issubclass(item, BaseException):
            continue
        yield name, item
        for key, member in vars(item).items() if inspect.isclass(item) else ():
            function = getattr(member, "__func__", member)
            if not key.startswith("_") and inspect.isfunction(function):
                yield f"{name}.{key}", function


@pytest.mark.parametrize(("name", "item"), list(public()), ids=lambda value: value if isinstance(value, str) else "")
def test_everything_public_has_an_example(name, item):
    """pytest --doctest-modules runs them."""
    assert ">>>" in (inspect.getdoc(item) or "")
