"""What people said: kept as long as wished, erased with all they told us, asked for in own words."""

import json
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from house import STORES, Owned


@pytest.fixture(scope="module", params=STORES)
def house(request, tmp_path_factory):
    running = Owned(request.param, tmp_path_factory.mktemp("rights"))
    running.owner.found("Toranj")
    yield running
    running.stop()


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def desk(request, house, chromium):
    """A page of the owner's, with scripts and without."""
    context = chromium.new_context(
        locale="en", storage_state=house.cookies, java_script_enabled=request.param
    )
    page = context.new_page()
    page.has_scripts = request.param
    yield page
    context.close()


def check(page):
    """Nobody is shut out; reading with axe needs scripts."""
    if page.has_scripts:
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


def answer(house, survey, customer):
    body = {"answers": {"recommend": 3, "why": "Quang"}, "attributes": {"customer": customer}}
    request = urllib.request.Request(
        f"{house.url}/api/v1/surveys/{survey}/responses",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)["id"]


def test_a_business_says_its_own_words(house, desk):
    survey = house.survey()
    desk.goto(f"{house.url}/settings/texts?in=en")
    check(desk)
    desk.fill("[name=thanks]", "x" * 10_000)
    desk.fill("[name=privacy]", "Only <b>{business}</b> reads this.")
    desk.locator("form .btn.pri").click()
    expect(desk.locator("#thanks-error")).to_contain_text("10,000 characters are too long")
    assert len(desk.input_value("[name=thanks]")) == 10_000
    desk.fill("[name=thanks]", "Cheers!")
    desk.locator("form .btn.pri").click()
    expect(desk.locator("[role=status]")).to_be_visible()
    desk.goto(f"{house.url}/settings/texts?in=vi")
    expect(desk.locator("main")).to_contain_text("2 missing")
    check(desk)
    customer = desk.context.browser.new_context(locale="en", java_script_enabled=False).new_page()
    customer.goto(house.page(survey))
    expect(customer.locator("footer")).to_contain_text("Only <b>Toranj</b> reads this.")
    desk.goto(f"{house.url}/settings/texts?in=en")
    for name in ("privacy", "thanks"):
        desk.locator(f"button[value={name}]").click()
        assert desk.input_value(f"[name={name}]") == ""
    customer.reload()
    expect(customer.locator("footer")).to_contain_text("Goes to Toranj only.")
    customer.context.close()


def test_how_long_words_are_kept_is_told_before_it_counts(house, desk):
    desk.goto(f"{house.url}/settings/retention")
    check(desk)
    desk.fill("[name=months]", "many")
    desk.get_by_role("button", name="See what this touches").click()
    expect(desk.locator("#months-error")).to_contain_text("from 1 to 600")
    desk.fill("[name=months]", "۱۸")
    desk.locator("[name=manner][value=erase]").check()
    desk.get_by_role("button", name="See what this touches").click()
    expect(desk.locator("main")).to_contain_text("0 answers are older than 18 months")
    check(desk)
    desk.get_by_role("button", name="Save and let it begin").click()
    expect(desk.locator("main")).to_contain_text("Answers are kept for 18 months")
    desk.goto(f"{house.url}/settings/retention?answers=0&trail=0")
    desk.get_by_role("button", name="Save and let it begin").click()
    expect(desk.locator("main")).to_contain_text("kept for ever")


def test_all_a_person_told_us_goes_at_once(house, desk):
    survey = house.survey(attributes={"customer": "detail"})
    gone = [answer(house, survey, "Quang") for _ in range(2)]
    stays = answer(house, survey, "Lan")
    desk.goto(f"{house.url}/answers/{gone[0]}")
    desk.get_by_role("link", name="Erase everything this person told us").click()
    expect(desk.locator("form")).to_contain_text("2 answers in 1 survey")
    check(desk)
    desk.get_by_role("button", name="Erase all of it for good").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(
        "2 answers of this person were erased"
    )
    desk.go_back()
    desk.reload()
    expect(desk.get_by_role("heading", level=1)).to_have_text("This answer was erased")
    assert desk.goto(f"{house.url}/answers/{gone[1]}").status == 410
    assert desk.goto(f"{house.url}/answers/{stays}").status == 200
    assert house.run("verify").endswith("all is well\n")


def test_a_senders_number_may_be_another_persons_elsewhere(house, desk, tmp_path):
    file = tmp_path / "visits.csv"
    for branch, scores in (("North", ((7, 3), (8, 9))), ("South", ((7, 10),))):
        rows = "".join(f"{number},{score},2026-03-02\n" for number, score in scores)
        file.write_text("id,score,date\n" + rows)
        name = f"{branch} {desk.has_scripts}"
        house.run("import", "responses", str(file), "--create-survey", name)
    desk.goto(f"{house.url}/answers?all=yes")
    row = desk.locator("main li", has=desk.locator(".score", has_text="10"))
    row.locator("a.grow").first.click()
    desk.get_by_role("link", name="Erase everything this person told us").click()
    expect(desk.locator("form")).to_contain_text("in another survey", ignore_case=True)
    assert desk.locator("[name=by]:checked").count() == 0
