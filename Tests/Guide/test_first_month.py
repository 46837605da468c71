"""The guide's first months, walked: every command is run, and every number printed is looked up in
what the commands say and the pages show."""

import re
import subprocess
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

import files
import stores
from server import Server
from visitor import Visitor

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide"
BUSINESS = {
    "cafe": {"business": "Phin"},
    "clinic": {"business": "درمانگاه مهر", "calendar": "jalali", "first_weekday": "6"},
    "bank": {"business": "Bank"},
}

# Numbers that are no figures: how sure, the low base, scales and their ends, Holm's year, paper.
SAID = "0 1 2 4 5 6 7 9 10 20 28 30 95 1979"


class Walk:
    """One page of the guide on a machine of its own."""

    def __init__(self, name, folder):
        self.name = name
        self.folder = folder
        (folder / "docs").symlink_to(ROOT / "docs")
        self.server = Server(stores.SQLite(folder), folder).start()
        (folder / "touchstone").symlink_to(self.server.binary)
        self.visitor = Visitor(self.server).become_owner()
        self.visitor.found(**BUSINESS[name])
        self.token = None
        self.said = ""

    def run(self, command):
        """A command as it is printed, in a folder whose data is the server's."""
        done = subprocess.run(
            ["bash", "-ec", command.replace("TOKEN", self.token or "TOKEN")],
            cwd=self.folder,
            env={**self.server.environment, "PATH": f"{self.folder}:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        self.said = done.stdout
        made = re.search(r"token +(\S+)", done.stdout)
        self.token = made[1] if made else self.token

    def look(self, address):
        """What a page shows, as one line of text."""
        asked = urlsplit(address)
        query = quote(asked.query, safe="=&:")
        page = self.visitor.page(f"{asked.path}?{query}&lang=en")
        return plain(" ".join(texts(page.first("main"))))


def texts(element):
    for part in element.inside:
        if isinstance(part, str):
            yield part
        else:
            yield from texts(part)


def plain(text):
    """Without what only directs the eye."""
    text = re.sub(r"[\u200e\u2066-\u2069]", "", text)
    return re.sub(r"\s+", " ", text).replace(" :", ":").strip()


def blocks(text):
    """What stands in fences, with the paragraph before each."""
    for found in re.finditer(r"((?:^(?!```)[^\n]+\n)*)\n?```(\w+)\n(.*?)\n```", text, re.M | re.S):
        yield found[2], found[3], found[1]


def prose(text):
    """What is neither command, nor output, nor address."""
    return re.sub(r"```.*?\n```|`[^`]*`|\]\([^)]*\)", " ", text, flags=re.S)


@pytest.fixture(params=BUSINESS)
def walk(request, tmp_path):
    running = Walk(request.param, tmp_path)
    yield running
    running.server.stop()


def test_every_command_runs_and_every_number_is_there(walk):
    text = (GUIDE / f"first-month-{walk.name}.md").read_text()
    printed = ""
    for kind, content, before in blocks(text):
        if kind == "sh":
            walk.run(content)
            continue
        addresses = re.findall(r"`(/[^`]*)`:\s*$", before)
        shown = walk.look(addresses[-1]) if addresses else plain(walk.said)
        for line in content.splitlines():
            assert plain(line) in shown, f"{line!r} is not at {addresses or 'the command'}: {shown}"
        printed += shown
    known = set(re.findall(r"\d+", printed)) | set(SAID.split())
    assert set(re.findall(r"\d+", prose(text))) <= known


def test_the_files_are_the_ones_their_makers_make():
    for name, make in files.FILES.items():
        assert (GUIDE / "files" / name).read_text(encoding="utf-8") == make(), name
