"""Build the API reference from the docstrings: ``python -W error .ci/reference.py FOLDER``."""

import sys
import warnings
from pathlib import Path
from typing import get_type_hints

import pdoc

import timeline


def main(folder: Path) -> None:
    """Write a page a module; a name that cannot be resolved is a warning, which CI takes for an error."""
    for name in timeline.__all__:  # loaded when first asked for, and pdoc does not ask
        getattr(timeline, name)
    timeline.Evidence.__new__.__annotations__ = get_type_hints(timeline.Evidence)  # a NamedTuple keeps them as text
    # networkx's classes take no subscript at run time, only in stubs.
    warnings.filterwarnings("ignore", "Error parsing type annotation MultiDiGraph")
    pdoc.render.configure(docformat="numpy", show_source=False)
    # the teacher cannot be imported without torch
    modules = ("timeline", "!timeline.training.teacher", "timeline.formats", "timeline.display", "timeline.model")
    pdoc.pdoc(*modules, output_directory=folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
