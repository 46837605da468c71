"""The library of figures by itself: every symbol explained, and used by a package of twenty lines."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent


@pytest.fixture(scope="module")
def symbols(tmp_path_factory):
    """The library's public symbols with their comments, as the compiler knows them."""
    folder = tmp_path_factory.mktemp("symbols")
    told = subprocess.run(["swift", "-print-target-info"], capture_output=True, check=True)
    modules = Path(os.environ["TOUCHSTONE_BIN"]).parent / "Modules"
    subprocess.run(
        [
            *("swift", "symbolgraph-extract", "-module-name", "CXMetrics", "-I", modules),
            *("-target", json.loads(told.stdout)["target"]["triple"], "-output-dir", folder),
            *("-minimum-access-level", "public", "-skip-synthesized-members"),
        ],
        check=True,
    )
    return folder


def test_every_public_symbol_is_explained(symbols):
    found = json.loads((symbols / "CXMetrics.symbols.json").read_text())["symbols"]
    assert len(found) > 300
    bare = [".".join(one["pathComponents"]) for one in found if "docComment" not in one]
    assert bare == []


def test_the_documentation_builds_without_a_warning(symbols, tmp_path):
    made = subprocess.run(
        [
            *("docc", "convert", "--additional-symbol-graph-dir", symbols),
            *("--fallback-display-name", "CXMetrics"),
            *("--fallback-bundle-identifier", "touchstone.CXMetrics"),
            *("--analyze", "--warnings-as-errors", "--output-path", tmp_path / "made"),
        ],
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert (tmp_path / "made" / "data" / "documentation" / "cxmetrics.json").exists()


def test_a_package_of_twenty_lines_elsewhere_uses_it(tmp_path):
    package = tmp_path / "example"
    shutil.copytree(HERE / "example", package, ignore=shutil.ignore_patterns(".build"))
    manifest = package / "Package.swift"
    manifest.write_text(manifest.read_text().replace("../../..", str(PROJECT)))
    ran = subprocess.run(["swift", "run"], cwd=package, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    # Five promoters, two passives, three detractors.
    assert ran.stdout.startswith("NPS 20.0, between -30.3")
    assert ran.stdout.endswith("n 10\n")
    lines = sum(len(file.read_text().splitlines()) for file in (package / "Sources").rglob("*.swift"))
    assert lines <= 20
