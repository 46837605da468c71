"""Files brought in by people: chosen, understood, brought in, taken back; with and without scripts."""

import json
import re

import pytest
from playwright.sync_api import expect

from house import STORES, Desk, Owned

ROWS = "date,score,comment\n" + "".join(
    f"2026-0{1 + day % 9}-0{1 + day % 7},{day % 11},said {day}\n" for day in range(70)
)


VISITS = {
    "name": "Visits",
    "languages": ["en"],
    "title": {"en": "Visits"},
    "questions": [
        {"key": "recommend", "kind": "recommend_0_10", "text": {"en": "Recommend?"}},
        {"key": "why", "kind": "long_text", "text": {"en": "Why?"}},
    ],
}


class Visits(Owned):
    """With a survey that takes what is brought."""

    def furnish(self):
        self.command("survey", "create", "-", input=json.dumps(VISITS))


@pytest.fixture(scope="module", params=STORES)
def house(request, tmp_path_factory):
    running = Visits(request.param, tmp_path_factory.mktemp(request.param))
    yield running
    running.stop()


@pytest.fixture
def desk(house, chromium):
    """Opens the import page as the house's owner: `desk(lang="fa", scripts=False)`."""
    with Desk(house, chromium) as opened:
        yield lambda path="/import", **choices: opened.page(path, **choices)


def choose(page, folder, text, name="visits.csv"):
    file = folder / name
    file.write_text(text)
    page.set_input_files("[name=file]", file)
    page.locator("main form [type=submit]").click()


@pytest.mark.parametrize("lang, scripts", [("en", True), ("fa", False)])
def test_a_file_comes_in_and_is_taken_back(desk, tmp_path, lang, scripts):
    page = desk(lang=lang, scripts=scripts)
    choose(page, tmp_path, ROWS + "2026-01-01,40,off the scale\n")
    expect(page.locator(".map select").nth(1)).to_have_value("recommend")
    expect(page.locator(".verdicts .tag.bad")).to_have_count(1)
    page.locator("button[value=start]").click()
    expect(page.locator(".stat dd").nth(1)).to_have_text("۷۰" if lang == "fa" else "70", timeout=20_000)
    with page.expect_download() as download:
        page.locator("a[href$='errors.csv']").click()
    assert download.value.path().read_text().splitlines()[1].startswith("72,score,")
    page.locator("a[href$='/undo']").click()
    page.locator("main form [type=submit]").click()
    gone = re.compile("بازگردانده شد" if lang == "fa" else "taken back; figures")
    expect(page.get_by_role("heading", level=1)).to_have_text(gone, timeout=20_000)


def test_a_wrong_guess_is_changed(desk, tmp_path):
    page = desk(scripts=False)
    choose(page, tmp_path, "first,second\n9,1\n8,2\n10,3\n")
    expect(page.get_by_role("alert")).to_contain_text("Say which one it is")
    expect(page.get_by_role("button", name="Bring the file in")).to_have_count(0)
    page.get_by_label("first").select_option("recommend")
    page.get_by_label("second").select_option("recommend")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator("select[aria-invalid=true]")).to_have_count(1)
    page.get_by_label("second").select_option("-")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator("main")).to_contain_text("3 would be taken")
    page.get_by_role("button", name="Forget this file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bring your past answers in")
    expect(page.get_by_text("Files on their way")).to_have_count(0)


def test_a_new_survey_is_made_with_the_file(desk, house, tmp_path):
    page = desk()
    page.get_by_label("Into which survey?").select_option("")
    page.get_by_label("Name of a new survey").fill("From the bank")
    choose(page, tmp_path, "score,market\n9,North\n2,South\n7,North\n", "bank.csv")
    page.get_by_label("market").select_option("attributes.market")
    page.get_by_role("button", name="Bring the file in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("3 answers are in.", timeout=20_000)
    assert "From the bank" in house.run("survey", "list")


def test_what_is_no_table_says_so(desk, tmp_path):
    page = desk(scripts=False)
    choose(page, tmp_path, "\0\1\2\3" * 50, "photo.csv")
    expect(page.get_by_role("alert")).to_contain_text("cannot be brought in")
    expect(page.get_by_role("button", name="Forget this file")).to_be_visible()
    page.goto(page.url.split("/import")[0] + "/import")
    page.get_by_label("Into which survey?").select_option("")
    choose(page, tmp_path, ROWS)
    expect(page.get_by_role("alert")).to_contain_text("Give the new survey a name")
