"""The libraries by themselves: every symbol explained, each used by a package of twenty lines."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent


# How many public symbols each has at least, so that an empty list proves nothing.
LIBRARIES = {"CXMetrics": 300, "CXText": 150}


@pytest.fixture(scope="module", params=LIBRARIES)
def library(request):
    return request.param


@pytest.fixture(scope="module")
def symbols(library, tmp_path_factory):
    """The library's public symbols with their comments, as the compiler knows them."""
    folder = tmp_path_factory.mktemp("symbols")
    told = subprocess.run(["swift", "-print-target-info"], capture_output=True, check=True)
    modules = Path(os.environ["TOUCHSTONE_BIN"]).parent / "Modules"
    subprocess.run(
        [
            *("swift", "symbolgraph-extract", "-module-name", library, "-I", modules),
            *("-target", json.loads(told.stdout)["target"]["triple"], "-output-dir", folder),
            *("-minimum-access-level", "public", "-skip-synthesized-members"),
        ],
        check=True,
    )
    return folder


def test_every_public_symbol_is_explained(library, symbols):
    found = json.loads((symbols / f"{library}.symbols.json").read_text())["symbols"]
    assert len(found) > LIBRARIES[library]
    bare = [".".join(one["pathComponents"]) for one in found if "docComment" not in one]
    assert bare == []


def test_the_documentation_builds_without_a_warning(library, symbols, tmp_path):
    made = subprocess.run(
        [
            *("docc", "convert", "--additional-symbol-graph-dir", symbols),
            *("--fallback-display-name", library),
            *("--fallback-bundle-identifier", f"touchstone.{library}"),
            *("--analyze", "--warnings-as-errors", "--output-path", tmp_path / "made"),
        ],
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert (tmp_path / "made" / "data" / "documentation" / f"{library.lower()}.json").exists()


def test_a_package_of_twenty_lines_elsewhere_uses_them(tmp_path):
    package = tmp_path / "example"
    shutil.copytree(HERE / "example", package, ignore=shutil.ignore_patterns(".build"))
    manifest = package / "Package.swift"
    manifest.write_text(manifest.read_text().replace("../../..", str(PROJECT)))

    def run(name):
        ran = subprocess.run(["swift", "run", name], cwd=package, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        files = list((package / "Sources" / name).rglob("*.swift"))
        assert sum(len(file.read_text().splitlines()) for file in files) <= 20
        return ran.stdout

    figures = run("figures")
    # Five promoters, two passives, three detractors.
    assert figures.startswith("NPS 20.0, between -30.3")
    assert figures.endswith("n 10\n")
    feelings = run("feelings").splitlines()
    assert feelings[:2] == ["Food cold,: negative", "driver kind: positive"]
    assert feelings[2] == "food: غذا سرد بود, quán này đồ ăn ngon"
