"""python -m timeline benchmark: the figures come out; how large they are is no test's business."""

from typer.testing import CliRunner

from timeline.cli import app
from timeline.evaluation.speed.growth import measure


def test_it_prints_each_measure(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Anna Berg a quitté Volta vendredi. Jean Roux lui succède.", "utf8")
    done = CliRunner().invoke(
        app, ["benchmark", str(path), "--lang", "fr", "--pairs", "1", "--documents", "20", "--longest", "10000"]
    )
    assert done.exit_code == 0, done.output
    for measure_named in (
        "own / bare", "unseen", "share of parser", "HeidelTime", "growth over length", "growth of merging",
        "growth of to_html", "import timeline", "command line", "memory",
    ):  # fmt: skip
        assert measure_named in " ".join(done.output.split())


def test_sizes_are_given_to_the_work():
    seen = []
    assert list(measure(seen.append, [1, 10])) == seen == [1, 10]
