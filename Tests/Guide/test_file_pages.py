"""The guide's pages on files: their commands are run, and what they print is looked up."""

import os
import subprocess

import comment_files
import market_files
import pytest
import sales_files
import shape_files
from test_first_month import GUIDE, ROOT, blocks, plain


@pytest.mark.parametrize("name", ["profit.md", "loyalty.md", "service-quality.md", "comments.md"])
def test_the_page_prints_what_the_command_says(name, tmp_path):
    page = (GUIDE / name).read_text(encoding="utf-8")
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / "touchstone").symlink_to(os.environ["TOUCHSTONE_BIN"])
    said = ""
    for kind, content, _ in blocks(page):
        if kind == "sh":
            done = subprocess.run(
                ["bash", "-ec", content],
                cwd=tmp_path,
                env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
                capture_output=True,
                text=True,
                timeout=60,
            )
            assert done.returncode == 0, done.stderr
            said += plain(done.stdout)
        if kind != "text":
            continue
        for line in content.splitlines():
            assert plain(line) in said, line


def made():
    made = sales_files.files() | market_files.files() | shape_files.files()
    return made | comment_files.files()


def test_the_files_are_the_ones_their_maker_makes():
    for name, text in made().items():
        assert (GUIDE / "files" / name).read_text(encoding="utf-8") == text, name
