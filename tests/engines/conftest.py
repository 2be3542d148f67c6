"""Texts to read, and what one process makes of them."""

import pytest

from timeline.engines.kernel import DTYPES, RESULT_COLUMNS, read_frame

pandas = pytest.importorskip("pandas")


@pytest.fixture(scope="session")
def texts():
    rows = [
        {"id": f"t{day}", "text": f"Anna Berg a quitté Volta le {day} mai 2021.", "lang": "fr", "date": "2021-06-01"}
        for day in range(2, 10)
    ]
    rows.append({"id": "bad", "text": "Il part.", "lang": "fr", "date": "yesterday or so"})
    rows.append({"id": "none", "text": "", "lang": None, "date": None})
    return pandas.DataFrame(rows)


@pytest.fixture(scope="session")
def expected(texts):
    return read_frame(texts)


@pytest.fixture(scope="session")
def same():
    def check(found, expected):
        key = ["document", "id"]
        assert list(found.columns) == list(RESULT_COLUMNS)
        found = found.astype(DTYPES)  # an engine's own table has no integers with gaps
        a, b = (frame.astype(object).where(frame.notna(), None).sort_values(key) for frame in (found, expected))
        assert [tuple(map(str, row)) for row in a.to_numpy()] == [tuple(map(str, row)) for row in b.to_numpy()]

    return check


@pytest.fixture
def killer(tmp_path):
    """Give a function of a table that kills its process the first time it is called on the third text."""
    flag = tmp_path / "killed"

    def kill_once(frame):
        import os
        import signal

        if "t4" in set(frame["id"]) and not flag.exists():
            flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return frame

    return kill_once
