"""Run every notebook here and store what it shows: ``python examples/notebooks.py``.

CI runs them again and compares: a notebook whose printed results have changed is to be stored anew.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent


def run(path: Path) -> nbformat.NotebookNode:
    """Return a notebook with fresh outputs, and nothing in it that differs from run to run."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(HERE)}}).execute()
    notebook.metadata = {key: notebook.metadata[key] for key in ("kernelspec",) if key in notebook.metadata}
    for cell in notebook.cells:
        cell.metadata = {}
    return notebook


def printed(notebook: nbformat.NotebookNode) -> list[str]:
    """Return all that each cell prints and shows as text: a busy machine parts a stream. Pictures are left out."""
    return ["".join(map(_text, cell.get("outputs", ()))) for cell in notebook.cells if cell.cell_type == "code"]


def _text(output: nbformat.NotebookNode) -> str:
    return output.get("text") or output.get("data", {}).get("text/plain", "")


def main(folder: Path) -> None:
    """Write the notebooks with outputs into a folder: this one as a rule."""
    for path in sorted(HERE.glob("*.ipynb")):
        nbformat.write(run(path), folder / path.name)
        print(folder / path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
