"""Make the picture and the page that README shows: ``python examples/pictures.py [FOLDER]``."""

import sys
from pathlib import Path

import timeline

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "openai-return.fr.txt"


def main(folder: Path) -> None:
    """Write the French seed story as SVG and as a page into a folder."""
    story = timeline.extract(SEED.read_text("utf8"), date="2023-11-22")
    story.to_svg(folder / "openai-return.svg")
    story.to_html(folder / "openai-return.html")
    print(folder / "openai-return.svg", folder / "openai-return.html", sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
