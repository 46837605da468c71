"""The page that `touchstone themes` writes, in a browser: three languages, widths, light and dark."""

import os
import subprocess
from pathlib import Path

import pytest

from pages import LANGUAGES, look_at

CAFE = Path(__file__).parents[2] / "docs/guide/files/comments.csv"


@pytest.fixture(scope="module", params=LANGUAGES)
def opened(request, chromium, tmp_path_factory):
    path = tmp_path_factory.mktemp("themes") / "page.html"
    subprocess.run(
        [
            *(os.environ["TOUCHSTONE_BIN"], "themes", CAFE, "--score", "score", "--date", "day"),
            *("--sector", "hospitality", "--html", path, "--language", request.param),
        ],
        check=True,
        capture_output=True,
    )
    # The page forbids all scripts; those that look at it come from outside.
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(path.as_uri())
    yield page, request.param
    context.close()


@pytest.mark.looks
def test_the_page_is_whole_in_every_language_width_and_light(opened):
    page, language = opened
    assert look_at(page, "themes", language) == []


@pytest.mark.looks
def test_quotations_read_in_their_own_direction(opened):
    page, _ = opened
    directions = page.locator("blockquote[lang=fa]").evaluate_all(
        "all => all.map(one => getComputedStyle(one).direction)"
    )
    assert directions and set(directions) == {"rtl"}
    directions = page.locator("blockquote[lang=vi]").evaluate_all(
        "all => all.map(one => getComputedStyle(one).direction)"
    )
    assert directions and set(directions) == {"ltr"}


@pytest.mark.looks
def test_a_screen_reader_hears_themes_as_headings_and_pictures_as_sentences(opened):
    page, _ = opened
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("heading", level=3).count() >= 8
    for picture in page.locator(".theme svg[role=img]").all():
        named = picture.get_attribute("aria-labelledby")
        assert named and all(page.locator(f"#{one}").count() == 1 for one in named.split())
