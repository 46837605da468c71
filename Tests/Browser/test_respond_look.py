"""The pages fit old phones and wide screens, three languages, both schemes and every reader."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from surveys import EVERY_KIND, LANGUAGES

pytestmark = pytest.mark.looks

WIDTHS = [320, 390, 1440]
WIRE_BYTES_MAX = 30_000
TARGET_PIXELS_MIN = 44


def steps(page):
    """Walks through the survey; stops at each question."""
    question = page.locator("fieldset:visible")
    yield question
    page.locator(".scale [value='3']").first.click()
    expect(question).to_have_attribute("id", "q-why")
    while True:
        expect(page.locator(".arriving")).to_have_count(0)
        yield question
        name = question.get_attribute("id")
        if page.locator("[type=submit]").inner_text() == page.locator("form").get_attribute(
            "data-send"
        ):
            return
        page.locator("[type=submit]").click()
        expect(question).not_to_have_attribute("id", name)


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def small_targets(page):
    """Everything to tap that is smaller than a finger, but for links inside a sentence."""
    return page.evaluate(
        """least => [...document.querySelectorAll(
          ".scale label, .pick, textarea, [type=text], button, nav a")]
          .map(one => [one.className || one.tagName, one.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.width < least || box.height < least))
          .map(([name, box]) => `${name} ${box.width}x${box.height}`)""",
        TARGET_PIXELS_MIN - 0.5,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_fits_and_can_be_tapped(server, visit, language):
    token = server.survey(EVERY_KIND)
    page = visit(server.page(token, f"?lang={language}"), reduced_motion="reduce")
    count = 0
    for question in steps(page):
        count += 1
        name = question.get_attribute("id")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            assert overflow(page) <= 0, (name, width)
            assert small_targets(page) == [], (name, width)
    assert count == len(EVERY_KIND["questions"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_passes_the_accessibility_rules(server, visit, scheme, language):
    token = server.survey(EVERY_KIND)
    look = {"color_scheme": scheme, "reduced_motion": "reduce", "bypass_csp": True}
    page = visit(server.page(token, f"?lang={language}"), **look)
    assert violations(page) == []
    page.locator("[type=submit]").click()
    assert violations(page) == []
    # Without its script the page shows every question at once.
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("fieldset:visible")).to_have_count(len(EVERY_KIND["questions"]))
    expect(page.locator("#q-name")).to_have_css("visibility", "visible")
    assert violations(page) == []
    page.goto(server.page(token, f"/thanks?lang={language}"))
    assert violations(page) == []


def violations(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def test_scales_run_with_the_writing(server, visit):
    token = server.survey()
    for language, runs_right in [("en", True), ("fa", False)]:
        page = visit(server.page(token, f"?lang={language}"), width=1440, reduced_motion="reduce")
        first = page.locator(".scale [value='0']").bounding_box()
        last = page.locator(".scale [value='10']").bounding_box()
        assert (first["x"] < last["x"]) is runs_right
        assert first["y"] == last["y"]
    expect(page.locator(".scale label").first).to_have_text("۰")
    expect(page.locator(".scale label").last).to_have_text("۱۰")


def test_eleven_numbers_stand_in_two_neat_rows_on_a_small_phone(server, visit):
    page = visit(server.page(server.survey()), width=320, reduced_motion="reduce")
    boxes = [label.bounding_box() for label in page.locator(".scale label").all()]
    rows = sorted({box["y"] for box in boxes})
    assert [sum(box["y"] == row for box in boxes) for row in rows] == [6, 5]
    assert boxes[5]["x"] == boxes[10]["x"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_it_weighs_little(server, visit, language):
    page = visit(server.page(server.survey()), go=False)
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()))
    page.goto(server.page(server.survey(EVERY_KIND), f"?lang={language}"))
    page.wait_for_load_state("networkidle")
    total = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes)
    assert len(sizes) >= 3
    assert total < WIRE_BYTES_MAX
