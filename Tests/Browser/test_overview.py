"""The overview of a made-up company: its story, its figures, its choices, live and without scripts."""

import json
import re

from playwright.sync_api import expect

from company import Company
from house import STORES, Desk

def test_the_story_is_found_in_a_few_clicks(desk):
    page = desk()
    expect(page.locator(".head p").first).to_contain_text("Start with Harbour: it fell")
    changed = page.get_by_role("listitem").filter(has_text="Harbour").first
    expect(changed).to_contain_text("Real change")
    page.get_by_role("link", name="Harbour").last.click()
    expect(page.locator(".active")).to_contain_text("Branch: Harbour")
    expect(page.get_by_role("heading", level=1)).to_contain_text("less happy")
    worries = page.locator("section", has=page.get_by_role("heading", name="Newest comments"))
    expect(worries).to_contain_text(re.compile("deliver|giao|تحویل|بار|رسید", re.I))
    page.get_by_role("link", name="Remove Branch: Harbour").click()
    page.get_by_text("More ways to look").click()
    page.get_by_label("Split by").select_option("campaign")
    page.get_by_label("Period", exact=True).select_option("all-time")
    row = page.locator(".bars > div").filter(has_text="half-price week")
    assert int(row.locator(".big").inner_text().replace("−", "-")) < 5


def test_a_file_never_holds_more_than_was_asked_for(company):
    asked = "/answers.csv?from=2026-11-03&to=2026-10-01"
    assert company.owner.ask("GET", asked).status == 400
    whole = company.owner.get("/answers.csv").splitlines()
    assert len(whole) > 10_000


def test_a_new_answer_changes_the_page_by_itself(company, desk):
    page = desk("/?period=all-time&where=unit:Pop-up")
    expect(page.get_by_role("heading", level=1)).to_have_text("No answers in this period.")
    surveys = json.loads(company.run("survey", "list", "--json"))
    listed = surveys if isinstance(surveys, list) else surveys["surveys"]
    path = f"/api/v1/surveys/{listed[0]['token']}/responses"
    sent = company.call("POST", path, {"answers": {"recommend": 10}, "unit": "Pop-up"})
    assert sent.status == 201
    expect(page.locator(".slab .hero")).to_have_text("100", timeout=15_000)
    expect(page.locator(".slab")).to_contain_text("may leave the score itself outside")


def test_choices_work_without_scripts(desk):
    page = desk(scripts=False)
    page.get_by_label("Period", exact=True).select_option("last-30-days")
    page.get_by_role("button", name="Show").click()
    assert "period=last-30-days" in page.url
    expect(page.locator(".slab")).to_contain_text("against the 30 days before")
    page.get_by_text("More ways to look").click()
    page.get_by_label("From", exact=True).fill("2026-11-03")
    page.get_by_label("Through", exact=True).fill("2026-10-01")
    page.get_by_label("Period", exact=True).select_option("chosen")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("alert")).to_contain_text("before it starts")
    expect(page.get_by_label("From", exact=True)).to_have_value("2026-11-03")


def test_a_view_is_saved_with_a_name_and_set_as_home(desk):
    page = desk("/?period=last-quarter&where=unit:Station", scripts=False)
    page.get_by_text("Save this view").click()
    page.get_by_label("Name").fill("Station, each quarter")
    page.locator("[name=home]").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Station, each quarter")
    page.goto(page.url.split("?")[0])
    assert "where=unit%3AStation" in page.url, "the page opens with it"
    page.get_by_role("link", name="Everything").click()
    expect(page.locator(".active .tag")).to_have_count(0)
    page.get_by_text("Manage saved views").click()
    page.get_by_role("button", name=re.compile("Remove.*Station")).click()
    assert "where=" not in page.url


def test_a_goal_is_set_and_judged_by_the_interval(desk):
    page = desk("/?period=last-quarter", scripts=False)
    slab = page.locator(".slab")
    slab.get_by_role("link", name="Set a goal").click()
    page.get_by_label("Goal", exact=True).fill("a lot")
    page.get_by_role("button", name="Set the goal").click()
    field = page.get_by_label("Goal", exact=True)
    expect(field).to_have_value("a lot")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("۹۰")
    page.get_by_role("button", name="Set the goal").click()
    expect(slab).to_contain_text("The goal of 90 is not reached")
    assert "period=last-quarter" in page.url
    expect(page.locator("section[aria-labelledby=trend] svg.pad")).to_contain_text("Goal 90")
    slab.get_by_role("link", name="Change").click()
    page.get_by_role("button", name="No goal").click()
    expect(slab.get_by_role("link", name="Set a goal")).to_be_visible()


def test_the_demo_goes_in_one_click(tmp_path, chromium):
    company = Company(STORES[0], tmp_path)
    with Desk(company, chromium) as desk:
        page = desk.page()
        page.get_by_role("button", name="Remove the demo").click()
        expect(page.get_by_role("heading", name="Ask your first customer")).to_be_visible()
        expect(page.locator(".demo")).to_have_count(0)
        assert json.loads(company.run("survey", "list", "--json")) in ([], {"surveys": []})
    company.stop()
