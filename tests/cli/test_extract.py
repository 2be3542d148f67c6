"""python -m timeline extract."""

import json
import signal
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from timeline.cli import app

TEXT = "Anna Berg a quitté Volta vendredi. Le lendemain, le conseil a nommé Jean Roux."


@pytest.fixture
def run():
    runner = CliRunner()

    def call(*arguments, text=None):
        return runner.invoke(app, ["extract", *map(str, arguments)], input=text)

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf8")
    return path


def test_a_table_is_shown_when_nothing_is_asked(run, article):
    done = run(article, "--date", "2023-11-20", "--lang", "fr")
    assert done.exit_code == 0
    assert "2023-11-17" in done.stdout


def test_standard_input_to_standard_output(run):
    done = run("-", "--date", "2023-11-20", "--lang", "fr", "--to", "json", text=TEXT)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["documents"][0]["text"] == TEXT


def test_one_file_to_a_named_file(run, article, tmp_path):
    target = tmp_path / "out" / "story.json"
    assert run(article, "--date", "2023-11-20", "--to", "json", "-o", target).exit_code == 0
    assert json.loads(target.read_text("utf8"))["reference_date"] == "2023-11-20T00:00:00"


def test_a_folder_to_a_folder_in_two_formats(run, article, tmp_path):
    (tmp_path / "other.txt").write_text("Jean Roux est parti lundi.", "utf8")
    out = tmp_path / "out"
    done = run(tmp_path, "--date", "2023-11-20", "--lang", "fr", "--to", "json", "--to", "csv", "-o", out)
    assert done.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["article.csv", "article.json", "other.csv", "other.json"]


def test_existing_results_are_skipped_on_request(run, article, tmp_path):
    target = tmp_path / "out" / "article.json"
    target.parent.mkdir()
    target.write_text("kept", "utf8")
    run(article, "--to", "json", "-o", target.parent, "--skip-existing")
    assert target.read_text("utf8") == "kept"


def test_merged_into_one_story(run, article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Jean Roux a démissionné lundi.", "utf8")
    done = run(article, other, "--date", "2023-11-20", "--lang", "fr", "--merge", "--to", "json")
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)["documents"]) == 2


def test_a_bad_document_is_reported_and_the_others_go_on(run, article, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"caf\xe9")
    done = run(bad, article, "--lang", "fr", "--to", "json", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "UTF-8" in done.stderr
    assert (tmp_path / "out" / "article.json").exists()


@pytest.mark.parametrize("arguments", [["missing.txt"], ["-", "--date", "demain"], ["-", "--to", "nothing"], []])
def test_a_wrong_call_exits_with_two(run, arguments):
    assert run(*arguments, text=TEXT).exit_code == 2


def test_files_of_one_name_each_get_their_own_results(run, tmp_path):
    for place, text in {"a/x.txt": TEXT, "b/x.txt": "Jean Roux est parti lundi.", "b/y.txt": "Il part."}.items():
        path = tmp_path / "in" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    out = tmp_path / "out"
    by_folder = run(tmp_path / "in", "--lang", "fr", "--to", "json", "-o", out)
    by_name = run(
        tmp_path / "in/a/x.txt", tmp_path / "in/b/x.txt", "--lang", "fr", "--to", "json", "-o", tmp_path / "2"
    )
    assert (by_folder.exit_code, by_name.exit_code) == (0, 0)
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json")) == [
        "a/x.json",
        "b/x.json",
        "b/y.json",
    ]
    assert (tmp_path / "2/a/x.json").exists()
    assert (tmp_path / "2/b/x.json").exists()


def test_an_unreadable_file_counts_with_skip_existing_too(run, article, tmp_path):
    (tmp_path / "[b] [red].txt").write_bytes(b"caf\xe9")  # its name is no markup either
    done = run(tmp_path, "--lang", "fr", "--to", "json", "-o", tmp_path / "out", "--skip-existing")
    assert done.exit_code == 1
    assert "[b] [red].txt" in done.stderr
    assert (tmp_path / "out" / "article.json").exists()


def test_standard_input_that_is_no_text_is_refused(run):
    done = run("-", "--lang", "fr", text=b"caf\xe9")
    assert done.exit_code == 1
    assert "UTF-8" in done.stderr


def test_a_pdf_is_no_text(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.7\nstream")
    done = run(path)
    assert done.exit_code == 1
    assert "PDF" in done.stderr


def test_a_place_where_nothing_can_be_written_is_named(run, article, tmp_path):
    done = run(article, "--lang", "fr", "--to", "json", "-o", article / "out" / "x.json")
    assert done.exit_code == 2
    assert "Nothing can be written" in done.stderr


MANY = 400  # texts, so that a signal comes before the last of them is written


@pytest.fixture
def interruptible():
    """Let the processes started in the test hear SIGINT: those of a shell's background jobs are born deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("signalled", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_run_goes_on_where_it_was(tmp_path, signalled):
    texts, out = tmp_path / "in", tmp_path / "out"
    texts.mkdir()
    for number in range(MANY):
        (texts / f"{number:03}.txt").write_text(f"Anna Berg a quitté Volta le {number % 28 + 1} mai 2021.", "utf8")
    command = [sys.executable, "-m", "timeline", "extract", str(texts), "--lang", "fr", "--to", "json", "-o", str(out)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
        while not list(out.glob("*.json")) and first.poll() is None:
            time.sleep(0.01)
        first.send_signal(signalled)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert 0 < len(before) < MANY
    assert subprocess.run([*command, "--skip-existing"], capture_output=True, check=False).returncode == 0
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert len(after) == MANY
    assert before.items() <= after.items()  # what was written was whole, and was not read again
    assert all(json.loads(path.read_text("utf8")) for path in out.glob("*.json"))
    assert len(list(out.iterdir())) == MANY
