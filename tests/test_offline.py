"""Nothing is fetched: every socket is refused in a new process that reads, shows and writes."""

import subprocess
import sys

import pytest

SCRIPT = """
import socket

class Refused(socket.socket):  # a class, since other libraries make subclasses of it
    def __init__(self, *args, **kwargs):
        raise AssertionError("a socket was opened")

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = Refused.__init__
import timeline
story = timeline.extract({text!r}, date="2023-11-20")
assert len(story)
story.to_html(), story.to_json(), story.to_svg(), story._repr_html_()
print(len(timeline.merge([story, story])))
"""


@pytest.mark.parametrize("text", ["Anna Berg a quitté Volta vendredi.", "Anna Berg left Volta on Friday, she said."])
def test_no_socket_is_opened(text):
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(text=text)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
