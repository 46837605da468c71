"""All answers: found, moved from state to state, erased, taken out as files; with and without scripts."""

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import expect


def number(text):
    return int(re.sub(r"\D", "", re.match(r"[\d,]+", text).group(0)))


def count(page):
    return number(page.locator("h1").inner_text())


def table(company, page, query):
    reply = page.context.request.get(f"{company.url}/answers.csv?{query}")
    assert reply.status == 200
    return list(csv.reader(io.StringIO(reply.body().decode("utf-8-sig"))))


def test_answers_are_found_without_scripts(desk):
    page = desk("/answers", scripts=False)
    everything = count(page)
    page.fill("[name=q]", "delivery")
    page.select_option("[name=score]", "bad")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"q=delivery.*score=bad"))
    assert 0 < count(page) < everything
    for words in page.locator("[data-answers] a.quiet").all_inner_texts():
        assert "delivery" in words.lower()
    page.get_by_role("link", name="Remove Unhappy").click()
    assert "score" not in page.url


def test_pages_lead_to_older_answers_and_back(desk):
    page = desk("/answers", scripts=False)
    first = page.locator("[data-answers] a.quiet").first.get_attribute("href")
    page.get_by_role("link", name="Older").click()
    assert page.locator("[data-answers] a.quiet").first.get_attribute("href") != first
    page.get_by_role("link", name="Newer").click()
    assert page.locator("[data-answers] a.quiet").first.get_attribute("href") == first
    assert page.get_by_role("link", name="Newer").count() == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_several_answers_are_done_at_once(desk, scripts):
    page = desk("/answers?state=new&score=bad", scripts=scripts)
    before = count(page)
    boxes = page.locator("[data-answers] [name=id]")
    boxes.nth(0).check()
    boxes.nth(2).check()
    if scripts:
        expect(page.locator("[data-picked]")).to_have_text("2 picked")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("2 answers changed.")
    assert count(page) == before - 2


def test_a_choice_shows_at_once_with_scripts(desk):
    page = desk("/answers")
    page.select_option("[name=state]", "done")
    expect(page).to_have_url(re.compile(r"state=done$"))
    page.go_back()
    expect(page.locator("[name=q]")).to_be_enabled()


def test_a_period_that_ends_too_soon_is_refused_at_its_field(desk):
    page = desk("/answers?score=bad&from=2026-11-20&to=2026-11-01", scripts=False)
    field = page.locator("[name=to]")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.input_value() == "2026-11-01"
    expect(page.locator("#" + field.get_attribute("aria-describedby"))).to_be_visible()
    assert page.locator("[name=score]").input_value() == "bad"
    assert count(page) > 0


def test_what_is_not_there_is_said(desk):
    assert count(desk("/answers?survey=gone", scripts=False)) == 0
    page = desk("/answers?state=lost", scripts=False)
    expect(page.get_by_role("alert")).to_contain_text("lost")


def test_one_answer_is_read_moved_and_erased(company, desk):
    page = desk("/answers?score=bad", scripts=False)
    before = count(page)
    page.locator("[data-answers] a.quiet", has_text="“").first.click()
    address = page.url
    expect(page.get_by_text("How likely are you to recommend")).to_be_visible()
    page.get_by_role("button", name="In progress").click()
    expect(page.get_by_text("Lan Phạm: In progress")).to_be_visible()
    page.get_by_role("link", name="Older").click()
    assert page.url.split("?")[1].startswith("score=bad") and page.url != address
    page.goto(address)
    page.get_by_role("link", name="Erase this answer").click()
    expect(page.locator("main li", has_text="own words")).to_be_visible()
    page.get_by_role("button", name="Erase for good").click()
    expect(page.locator("h1")).to_have_text("This answer was erased")
    page.go_back()
    page.goto(address)
    expect(page.locator("h1")).to_have_text("This answer was erased")
    page.goto(company.url + "/answers?score=bad")
    assert count(page) == before - 1
    assert "all is well" in company.run("verify")


@pytest.mark.parametrize("query", ["", "score=bad&where=unit:Harbour", "q=Trễ", "survey=gone"])
def test_files_hold_what_the_screen_shows(company, desk, query):
    page = desk(f"/answers?{query}", scripts=False)
    rows = table(company, page, query)
    assert len(rows) - 1 == count(page)
    assert all(len(row) == len(rows[0]) for row in rows)
    reply = page.context.request.get(f"{company.url}/answers.xlsx?{query}")
    sheet = zipfile.ZipFile(io.BytesIO(reply.body())).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == len(rows)
    assert "<f>" not in sheet


def test_a_file_is_refused_for_what_is_not_understood(company, desk):
    page = desk("/answers?state=lost", scripts=False)
    assert page.locator("a[href*='/answers.csv']").count() == 0
    for file in ("csv", "xlsx"):
        reply = page.context.request.get(f"{company.url}/answers.{file}?state=lost")
        assert reply.status == 400


def test_a_view_is_saved_and_opens_as_home(desk):
    page = desk("/answers?score=bad", scripts=False)
    page.get_by_text("Save this view").click()
    page.get_by_label("Name of the view").fill("Unhappy people")
    page.get_by_label("Open the page with it").check()
    page.locator(".views button[type=submit]").first.click()
    expect(page.get_by_role("status")).to_contain_text("Unhappy people")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Answers").click()
    assert "score=bad" in page.url
    page.get_by_role("link", name="Everything", exact=True).click()
    assert "score=bad" not in page.url
    page.get_by_text("Manage saved views").click()
    page.get_by_role("button", name="Remove Unhappy people").click()
    assert page.get_by_text("Unhappy people").count() == 0
