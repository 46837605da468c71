"""Every page of the house in three languages, light and dark, on three widths: nothing beyond the
window, no word missing, nothing that axe calls serious, no link that leads nowhere."""

import json
import re

import pytest

from company import Company
from pages import LANGUAGES, bind_sheets, crawl, look_at

# Scores in two languages and one line that is refused, so that an import has something to say.
ROWS = "date,score,comment\n" + "".join(f"2026-01-{day:02},{day % 11},ngày {day}\n" for day in range(1, 31))
ROWS += "2026-02-01,40,off the scale\n"

SIGNED_OUT = ["/sign-in", "/join/nobody-was-invited-with-this", "/s/nothing-lies-here"]


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    running = Company("sqlite", tmp_path_factory.mktemp("company"))
    yield running
    running.stop()
    bind_sheets()


@pytest.fixture(scope="module")
def owner(company, chromium):
    context = chromium.new_context(storage_state=company.cookies, bypass_csp=True)
    yield context
    context.close()


@pytest.fixture(scope="module")
def found(company, owner, tmp_path_factory):
    """The addresses of all pages; things that make pages of their own were done before."""
    page = owner.new_page()
    file = tmp_path_factory.mktemp("file") / "scores.csv"
    file.write_text(ROWS)
    for decided in (True, False):
        page.goto(company.url + "/import")
        page.get_by_label("Into which survey?").select_option("")
        page.get_by_label("Name of a new survey").fill("By hand")
        page.set_input_files("[name=file]", file)
        page.get_by_role("button", name="Look at the file").click()
        if decided:
            page.locator("button[value=start]").click()
            page.wait_for_selector("a[href$='errors.csv']")
    page.goto(company.url + "/settings/people")
    page.locator("main form [name=email]").fill("dara@toranj.example")
    page.locator("main form [type=submit]").last.click()
    listed = json.loads(company.run("survey", "list", "--json"))
    survey = (listed if isinstance(listed, list) else listed["surveys"])[0]["token"]
    starts = ["/", "/more", "/welcome", "/first-answer", f"/s/{survey}", f"/s/{survey}/thanks"]
    pages, broken = crawl(page, company.url, starts)
    page.close()
    # Refused and empty pages, which no link leads to.
    refused = [f"{path}?from=2026-11-20&to=2026-11-01" for path in ("/", "/answers")]
    missing = [f"/surveys/{survey}/edit?question=missing", "/?period=all-time&where=unit:nowhere"]
    return pages + refused + missing, broken


def test_every_link_leads_somewhere(found):
    pages, broken = found
    assert broken == []
    assert len(pages) > 30


def test_no_page_asks_the_store_more_than_five_times(company, owner, found):
    page = owner.new_page()
    asked = {address: fewest_reads(page, company.url, address) for address in found[0]}
    page.close()
    assert [f"{reads} {address}" for address, reads in asked.items() if reads > 5] == []


def fewest_reads(page, home, address):
    """Reading statements while a page is made: the fewest of several tries, as others read too, and
    what the house remembers for a second is read again now and then."""

    def reads(asked):
        before = total()
        if asked:
            page.request.get(home + asked)
        return total() - before

    def total():
        text = page.request.get(home + "/metrics").text()
        return int(re.search(r"^touchstone_reads_total (\d+)", text, re.M).group(1))

    # Asking for the number reads too.
    asking = min(reads(None) for _ in range(2))
    fewest = reads(address) - asking
    for _ in range(5):
        if fewest > 5:
            fewest = min(fewest, reads(address) - asking)
    return fewest


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_read(company, owner, found, language):
    page = owner.new_page()
    faults = []
    for address in found[0]:
        separator = "&" if "?" in address else "?"
        page.goto(f"{company.url}{address}{separator}lang={language}")
        faults += look_at(page, address, language)
    page.close()
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_before_signing_in_can_be_read(company, chromium, language):
    context = chromium.new_context(locale=language, bypass_csp=True)
    page = context.new_page()
    faults = []
    for address in SIGNED_OUT:
        page.goto(f"{company.url}{address}?lang={language}")
        faults += look_at(page, address, language)
    context.close()
    assert faults == []
